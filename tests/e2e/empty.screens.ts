import type { Browser } from 'playwright-core';
import { LOOKS, openBrowser, settle } from './support/browser';
import { openCamera, type Camera } from './support/camera';
import { FIXED } from './support/places';
import { at } from './support/site';

describe.each(LOOKS)('an empty site ($language, $theme)', (looks) => {
  let browser: Browser;
  let camera: Camera;
  beforeAll(async () => {
    browser = await openBrowser();
    camera = await openCamera(browser, 'owner', looks);
  });
  afterAll(() => browser.close());

  it.each(FIXED)('$name', async ({ name, path }) => {
    await camera.page.goto(at(path));
    await settle(camera.page);
    await camera.shoot('empty', name);
  });
});
