import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, openReader, signIn } from './support/browser';
import { submit, writeCampaign } from './support/campaign';
import { countersign, sendNow } from './support/editions';
import { confirmLink, countOf, mailsTo, unsubscribeLink } from './support/inbox';
import { AUTUMN, open } from './support/newsletters';
import { PEOPLE } from './support/site';
import { pressCalmly } from './support/reader';
import { createStory } from './support/story';

/** One story, told in order: each part stands on the one before it. */
describe('the whole job, by clicking', () => {
  let browser: Browser;
  let author: Page;
  let approver: Page;
  let operator: Page;
  const part = createStory(() => browser);

  beforeAll(async () => {
    browser = await openBrowser();
    [author, approver, operator] = await Promise.all([
      openDesk(browser),
      openDesk(browser),
      openDesk(browser),
    ]);
    await signIn(author, 'author');
    await signIn(approver, 'approver');
    await signIn(operator, 'operator');
  });
  afterAll(() => browser.close());

  part('lets an author write in two languages and tells what the audience is', async () => {
    await writeCampaign(author, AUTUMN);
    const panel = author.getByRole('complementary').filter({ hasText: 'Newsletter' });
    await panel.getByText('Pre-flight: all well').waitFor();
    expect(await panel.getByText(/\d+ readers/).count()).toBe(1);
    expect(await panel.getByText('newsletter@example.org').count()).toBe(1);
  });

  part('shows the mail in a frame that can neither run scripts nor reach the admin', async () => {
    await author.getByRole('button', { name: 'Preview' }).click();
    const dialog = author.getByRole('dialog');
    const frame = dialog.locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    await dialog.frameLocator('iframe').getByText(AUTUMN.ja.text).waitFor();
    await author.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  part(
    'sends the author a test, marked as one, once they have confirmed their address',
    async () => {
      const button = author.getByRole('button', { name: 'Send me a test' });
      await button.click();
      await author.getByText(/We have sent you a mail with a link/).waitFor();
      const owner = await openReader(browser);
      await owner.goto(await confirmLink(PEOPLE.author.email));
      await pressCalmly(owner, owner.getByRole('button', { name: 'Confirm my address' }));
      await owner.getByText('Your address is confirmed').waitFor();
      await owner.context().close();
      await button.click();
      await author.getByText(/^Sent to your own address/).waitFor();
      const subjects = (await mailsTo(PEOPLE.author.email)).map(({ subject }) => subject);
      expect(subjects).toContain(`[TEST] ${AUTUMN.ja.subject}`);
    },
  );

  part('freezes it when the author submits it', async () => {
    await submit(author);
    expect(await author.getByText('Changing anything now voids the review.').count()).toBe(1);
  });

  part('tells the author in words why somebody else must countersign', async () => {
    await open(author, 'Review');
    await author.getByRole('link', { name: AUTUMN.name }).click();
    await author
      .getByText(/You had a hand in this/)
      .first()
      .waitFor();
    expect(await author.getByRole('button', { name: /^Countersign/ }).count()).toBe(0);
  });

  part('shows the approver the frozen mail as each reader will see it', async () => {
    await open(approver, 'Overview');
    await approver.getByRole('link', { name: AUTUMN.name }).first().click();
    await approver.frameLocator('iframe').getByText(AUTUMN.en.text).waitFor();
    await approver.getByRole('button', { name: 'Japanese' }).click();
    await approver.frameLocator('iframe').getByText(AUTUMN.ja.text).waitFor();
    await approver.getByRole('button', { name: 'Text', exact: true }).click();
    await approver.getByText(AUTUMN.ja.text).waitFor();
  });

  part('countersigns after saying how many readers will get it', async () => {
    await countersign(approver, AUTUMN.name);
  });

  part('is started by the operator and watched to its end', async () => {
    await sendNow(operator, AUTUMN.name);
  });

  part('reports as many messages accepted as the mail server has taken', async () => {
    const taken = (await countOf(AUTUMN.en.subject)) + (await countOf(AUTUMN.ja.subject));
    expect(taken).toBeGreaterThan(200);
    expect(await outcome(operator, 'Accepted by the mail server')).toContain(String(taken));
    expect(await outcome(operator, 'Uncertain')).toContain('0');
  });

  part('lets a reader leave with one button, without JavaScript', async () => {
    const reader = await openReader(browser);
    await reader.goto(await unsubscribeLink(AUTUMN.en.subject));
    await pressCalmly(reader, reader.getByRole('button'));
    expect(await reader.getByRole('button').count()).toBe(0);
    await reader.context().close();
  });

  part('shows in the report that somebody has left', async () => {
    await operator.reload();
    expect(await outcome(operator, 'Unsubscribed through it')).toContain('1');
    await open(operator, 'Suppressions');
    // Readers of other newsletters may have left before.
    await operator.getByText('The unsubscribe page').first().waitFor();
  });
});

/** The number in words that stands with an outcome. */
async function outcome(page: Page, name: string): Promise<string> {
  const tile = page.getByRole('group', { name, exact: true });
  await tile.waitFor();
  return tile.innerText();
}
