import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { openBrowser, openDesk, settle, signIn } from './support/browser';
import { at } from './support/site';
import { createStory } from './support/story';

const PAGE = '/settings/countersign/allow-list';

describe('the allow-list', () => {
  let browser: Browser;
  let owner: Page;
  const part = createStory(() => browser);

  beforeAll(async () => {
    browser = await openBrowser();
    owner = await openDesk(browser);
    await signIn(owner, 'owner');
    await owner.goto(at(PAGE));
    await settle(owner);
  });
  afterAll(() => browser.close());

  part('says where one comes from, and refuses a list that would shut one out', async () => {
    await owner.getByText('You come from 127.0.0.1.').waitFor();
    await addLine(owner, '192.0.2.0/24', 'Office');
    await owner.getByText(/^This list would shut you out/).waitFor();
    await owner.getByRole('button', { name: 'Never mind' }).click();
  });

  part('marks what is no address', async () => {
    await addLine(owner, 'office', 'Office');
    await owner.getByText(/^An IP address or a range such as/).waitFor();
    await owner.getByRole('button', { name: 'Never mind' }).click();
  });

  part('is in force at once the first time', async () => {
    await addLine(owner, '127.0.0.0/8', 'This machine');
    await owner.getByText('127.0.0.0/8', { exact: true }).waitFor();
    expect(await owner.getByText('A change waits for a second person').count()).toBe(0);
  });

  part('waits for a second person after that, and says so to who proposed it', async () => {
    await addLine(owner, '192.0.2.0/24', 'Office');
    await owner.getByText('A change waits for a second person').waitFor();
    await owner.getByText('192.0.2.0/24 (Office), newsletters').waitFor();
    const confirm = owner.getByRole('button', { name: 'Confirm the change' });
    expect(await confirm.isDisabled()).toBe(true);
    await owner.getByText(/^You proposed this change/).waitFor();
  });

  part('says what would happen to an address', async () => {
    await owner.getByRole('textbox', { name: 'Address to try' }).fill('203.0.113.9');
    await owner.getByRole('button', { name: 'Try it' }).click();
    await owner.getByText('Refused: it is on no line for newsletters.').first().waitFor();
  });

  for (const theme of ['light', 'dark'] as const) {
    part(`has nothing wrong, to axe-core, in the ${theme} theme`, async () => {
      // The same desk, since a new one would load the whole panel again.
      await owner.addInitScript(`localStorage.setItem('STRAPI_THEME', '${theme}')`);
      await owner.goto(at(PAGE));
      await settle(owner);
      expect(await graveFindings(owner, ['body'])).toEqual([]);
    });
  }

  part('stays as it is when the change is discarded', async () => {
    await owner.getByRole('button', { name: 'Discard it' }).click();
    await owner.getByText('A change waits for a second person').waitFor({ state: 'detached' });
    expect(await owner.getByText('192.0.2.0/24', { exact: true }).count()).toBe(0);
  });
});

async function addLine(page: Page, address: string, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an address for newsletters' }).click();
  await page.getByRole('textbox', { name: /^Address/ }).fill(address);
  await page.getByRole('textbox', { name: /^Whose it is/ }).fill(label);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}
