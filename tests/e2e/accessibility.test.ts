import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { LOOKS, openBrowser, openDesk, settle, signIn, type Looks } from './support/browser';
import { submit, writeCampaign } from './support/campaign';
import { SPRING } from './support/newsletters';
import { FIXED, PLACES_OF_WORK, placeOf } from './support/places';
import { at } from './support/site';

/** On Strapi's own pages we answer for what we put there. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  home: ['[data-countersign]'],
  'new-campaign': ['[data-countersign]'],
  'edit-campaign': ['[data-countersign]'],
};

describe('every page, to axe-core', () => {
  let browser: Browser;
  const desks = new Map<Looks, Page>();

  beforeAll(async () => {
    browser = await openBrowser();
    const author = await openDesk(browser);
    await signIn(author, 'author');
    await writeCampaign(author, SPRING);
    await submit(author);
    for (const looks of LOOKS) {
      const desk = await openDesk(browser, looks);
      await signIn(desk, 'owner');
      desks.set(looks, desk);
    }
  });
  afterAll(() => browser.close());

  describe.each(LOOKS)('$language, in the $theme theme', (looks) => {
    it.each([...FIXED.map(({ name }) => name), ...PLACES_OF_WORK])(
      'has no serious or critical fault: %s',
      async (name) => {
        const page = desks.get(looks);
        if (!page) throw new Error('nobody is signed in');
        await page.goto(at(await placeOf(page, name)));
        await settle(page);
        expect(await graveFindings(page, OURS[name] ?? ['body'])).toEqual([]);
      },
    );
  });
});
