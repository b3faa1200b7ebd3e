import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { at, PEOPLE, type Part } from './site';

const CHROMIUM = process.env.COUNTERSIGN_TEST_CHROMIUM ?? '/usr/bin/chromium';

/** Nothing of the browser's own is looked up outside; no sandbox, since tests may run as root. */
const ALONE = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const SIZE = { width: 1280, height: 900 };
/** A panel's first load takes a new browser seconds, and more on a busy machine. */
const PATIENCE_MS = 30_000;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ALONE });

export interface Looks {
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'ja';
}

export const LOOKS = (['en', 'ja'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

/** A desk of one's own: nothing is shared with anybody else's cookies or storage. */
export async function openDesk(browser: Browser, looks: Looks = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', timezoneId: 'UTC' });
  context.setDefaultTimeout(PATIENCE_MS);
  await chooseLooks(context, looks);
  return context.newPage();
}

/** A reader at home: signed in nowhere, and with JavaScript off. */
export async function openReader(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/** From the next page on. Who signed in stays signed in: Strapi allows few logins in a few minutes. */
export const changeLooks = (page: Page, looks: Looks): Promise<void> =>
  chooseLooks(page.context(), looks);

/** As somebody would choose them in their profile; and Strapi's own news is read. */
async function chooseLooks(context: BrowserContext, { theme, language }: Looks): Promise<void> {
  await context.addInitScript(`
    localStorage.setItem('STRAPI_THEME', '${theme ?? 'light'}');
    localStorage.setItem('strapi-admin-language', '${language ?? 'en'}');
    const getItem = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return key.startsWith('STRAPI_MEDIA_LIBRARY_BANNER') ? 'true' : getItem.call(this, key);
    };
  `);
}

/** Until nothing on the page holds the place of what is still to come. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  const placeholders = page.locator('main').getByText('Loading …').or(page.getByText('読み込み中'));
  await placeholders.first().waitFor({ state: 'detached' });
}

export async function signIn(page: Page, part: Part): Promise<void> {
  const { email, password } = PEOPLE[part];
  await page.goto(at('/'));
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
}
