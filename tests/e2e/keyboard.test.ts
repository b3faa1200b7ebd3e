import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk } from './support/browser';
import { choose, openRow, press, type } from './support/keyboard';
import { WINTER } from './support/newsletters';
import { at, PEOPLE, type Part } from './support/site';
import { createStory } from './support/story';

/** The same story without a mouse: nothing is clicked and no field is filled but by keys. */
describe('the whole job, by keyboard alone', () => {
  let browser: Browser;
  let author: Page;
  let approver: Page;
  let operator: Page;
  const part = createStory(() => browser);

  beforeAll(async () => {
    browser = await openBrowser();
    [author, approver, operator] = await Promise.all([
      signInByKeys(browser, 'author'),
      signInByKeys(browser, 'approver'),
      signInByKeys(browser, 'operator'),
    ]);
  });
  afterAll(() => browser.close());

  part('writes, saves and submits a campaign', async () => {
    await goTo(author, 'Campaigns');
    await press(author, author.getByRole('link', { name: 'New campaign' }).first());
    await type(author, author.getByRole('textbox', { name: /^Name/ }), WINTER.name);
    await type(author, author.getByRole('textbox', { name: 'Subject' }), WINTER.en.subject);
    await type(author, author.getByRole('textbox', { name: 'Preview text' }), WINTER.en.preheader);
    await type(author, author.locator('[contenteditable=true]'), WINTER.en.text);
    await choose(author, author.getByRole('combobox', { name: 'Send to' }), /^Newsletter/);
    await choose(author, author.getByRole('combobox', { name: 'Sender' }), /^The Workshop/);
    await press(author, author.getByRole('button', { name: 'Save', exact: true }));
    await press(author, author.getByRole('button', { name: 'Submit for review' }));
    await author.getByText('Waiting for a second person').waitFor();
  });

  part(
    'reads the mail on the desk, sends it back with a reason, and takes the next one',
    async () => {
      await goTo(approver, 'Review');
      await press(approver, approver.getByRole('link', { name: WINTER.name }));
      await press(approver, approver.getByRole('button', { name: /^Send back/ }));
      await type(approver, approver.getByRole('textbox', { name: 'Reason' }), 'One more word.');
      await press(
        approver,
        approver.getByRole('dialog').getByRole('button', { name: 'Send back' }),
      );
      await approver.getByText(/^Sent back to/).waitFor();
      await press(author, author.getByRole('button', { name: 'Submit for review' }));
      await author.getByText('Waiting for a second person').waitFor();
    },
  );

  part('countersigns', async () => {
    await goTo(approver, 'Review');
    await press(approver, approver.getByRole('link', { name: WINTER.name }));
    await press(approver, approver.getByRole('button', { name: 'Countersign', exact: true }));
    const dialog = approver.getByRole('alertdialog');
    await press(approver, dialog.getByRole('button', { name: 'Countersign', exact: true }));
    await approver
      .getByText(/^Countersigned/)
      .first()
      .waitFor();
  });

  part('starts it and sees it end', async () => {
    await goTo(operator, 'Campaigns');
    await openRow(operator, operator.getByRole('link', { name: WINTER.name }));
    await press(operator, operator.getByRole('button', { name: 'Send now' }));
    const dialog = operator.getByRole('alertdialog');
    await press(operator, dialog.getByRole('button', { name: 'Send now' }));
    await operator.getByText('Sent', { exact: true }).first().waitFor({ timeout: 60_000 });
  });
});

async function signInByKeys(browser: Browser, part: Part): Promise<Page> {
  const page = await openDesk(browser);
  await page.goto(at('/'));
  await type(page, page.locator('input[name=email]'), PEOPLE[part].email);
  await type(page, page.locator('input[name=password]'), PEOPLE[part].password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  return page;
}

async function goTo(page: Page, room: string): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Newsletters' }));
  const menu = page.getByRole('navigation', { name: 'Newsletters' });
  await press(page, menu.getByRole('link', { name: new RegExp(`^${room}`) }));
  await page.getByRole('heading', { name: room, level: 1 }).waitFor();
}
