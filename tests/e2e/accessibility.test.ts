import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { changeLooks, LOOKS, openBrowser, openDesk, settle, signIn } from './support/browser';
import { submit, writeCampaign } from './support/campaign';
import { SPRING } from './support/newsletters';
import { FIXED, PLACES_OF_WORK, placeOf } from './support/places';
import { makeSegment } from './support/segments';
import { at } from './support/site';

/** On Strapi's own pages we answer for what we put there. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  home: ['[data-countersign]'],
  'new-campaign': ['[data-countersign]'],
  'edit-campaign': ['[data-countersign]'],
};

describe('every page, to axe-core', () => {
  let browser: Browser;
  let owner: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const author = await openDesk(browser);
    await signIn(author, 'author');
    await writeCampaign(author, SPRING);
    await submit(author);
    owner = await openDesk(browser);
    await signIn(owner, 'owner');
    await makeSegment(owner, 'Readers of Japanese, to axe-core');
  });
  afterAll(() => browser.close());

  describe.each(LOOKS)('$language, in the $theme theme', (looks) => {
    beforeAll(() => changeLooks(owner, looks));

    it.each([...FIXED.map(({ name }) => name), ...PLACES_OF_WORK])(
      'has no serious or critical fault: %s',
      async (name) => {
        await owner.goto(at(await placeOf(owner, name)));
        await settle(owner);
        expect(await owner.locator('html').getAttribute('lang')).toBe(looks.language);
        expect(await graveFindings(owner, OURS[name] ?? ['body'])).toEqual([]);
      },
    );
  });
});
