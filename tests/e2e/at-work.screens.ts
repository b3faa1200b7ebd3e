import type { Browser, Page, Route } from 'playwright-core';
import { LOOKS, openBrowser, openDesk, settle, signIn } from './support/browser';
import { openCamera, type Camera } from './support/camera';
import { submit, writeCampaign } from './support/campaign';
import { countersign, sendNow } from './support/editions';
import { AUTUMN, SPRING, SUMMER } from './support/newsletters';
import { FIXED, PLACES_OF_WORK, placeOf } from './support/places';
import { makeSegment } from './support/segments';
import { at } from './support/site';

const ALL = [...FIXED.map(({ name }) => name), ...PLACES_OF_WORK];
/** Three campaigns are written, and the machine may be at its limit. */
const FIVE_MINUTES = 300_000;
const OURS = /\/countersign\//;

let browser: Browser;
let places: Map<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  await putToWork();
  const page = await openDesk(browser);
  await signIn(page, 'owner');
  await makeSegment(page);
  places = new Map();
  for (const name of ALL) places.set(name, await placeOf(page, name));
  await page.context().close();
}, FIVE_MINUTES);
afterAll(() => browser.close());

/** One sent, one that waits for a second person, one that is still written. */
async function putToWork(): Promise<void> {
  const [author, approver, operator] = await Promise.all(
    (['author', 'approver', 'operator'] as const).map(async (part) => {
      const page = await openDesk(browser);
      await signIn(page, part);
      return page;
    }),
  );
  if (!author || !approver || !operator) return;
  await writeCampaign(author, AUTUMN);
  await submit(author);
  await countersign(approver, AUTUMN.name);
  await sendNow(operator, AUTUMN.name);
  await writeCampaign(author, SPRING);
  await submit(author);
  await writeCampaign(author, SUMMER);
  for (const page of [author, approver, operator]) await page.context().close();
}

describe.each(LOOKS)('a site at work ($language, $theme)', (looks) => {
  let owner: Camera;
  let visitor: Camera;
  beforeAll(async () => {
    owner = await openCamera(browser, 'owner', looks);
    visitor = await openCamera(browser, 'visitor', looks);
  });
  afterAll(async () => {
    await owner.page.context().close();
    await visitor.page.context().close();
  });

  it.each(ALL)('full: %s', async (name) => {
    await go(owner.page, name);
    await settle(owner.page);
    await owner.shoot('full', name);
  });

  it.each(ALL)('forbidden: %s', async (name) => {
    await go(visitor.page, name);
    await settle(visitor.page);
    await visitor.shoot('forbidden', name);
  });

  it.each(ALL)('loading: %s', async (name) => {
    const held: Route[] = [];
    await owner.page.route(OURS, (route) => onlyData(route, () => void held.push(route)));
    await go(owner.page, name);
    await owner.page.locator('main').first().waitFor();
    await owner.page.waitForLoadState('load');
    await owner.shoot('loading', name);
    await Promise.all(held.map((route) => route.abort()));
    await owner.page.unroute(OURS);
  });

  it.each(ALL)('error: %s', async (name) => {
    await owner.page.route(OURS, (route) => onlyData(route, () => route.fulfill(OUT_OF_ORDER)));
    await go(owner.page, name);
    await settle(owner.page);
    await owner.shoot('error', name);
    await owner.page.unroute(OURS);
  });
});

/** The pages of ours have the same word in their addresses as the data they ask for. */
const onlyData = (route: Route, disturb: () => unknown): unknown =>
  ['fetch', 'xhr'].includes(route.request().resourceType()) ? disturb() : route.continue();

const OUT_OF_ORDER = {
  status: 500,
  json: {
    data: null,
    error: { status: 500, name: 'InternalServerError', message: '', details: {} },
  },
};

const go = (page: Page, name: string) => page.goto(at(places.get(name) ?? '/'));
