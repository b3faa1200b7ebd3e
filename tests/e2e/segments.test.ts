import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { changeLooks, LOOKS, openBrowser, openDesk, settle, signIn } from './support/browser';
import { save, submit, writeCampaign } from './support/campaign';
import { choose as chooseByKey, press, tabTo, type } from './support/keyboard';
import { open, SUMMER } from './support/newsletters';
import { choose, conditionOf, JAPANESE, makeSegment, rowOf } from './support/segments';
import { at } from './support/site';
import { createStory } from './support/story';

const PLACE = '/plugins/countersign/segments';
const WORDS = 'language is Japanese and (plan is “pro” or on the list “Newsletter”)';
const COUNTED = /^\d+ of \d+ readers$/;

/** One story, told in order: each part stands on the one before it. */
describe('segments, by clicking', () => {
  let browser: Browser;
  let owner: Page;
  let author: Page;
  let approver: Page;
  const part = createStory(() => browser);

  beforeAll(async () => {
    browser = await openBrowser();
    [owner, author, approver] = await Promise.all([
      openDesk(browser),
      openDesk(browser),
      openDesk(browser),
    ]);
    await signIn(owner, 'owner');
    await signIn(author, 'author');
    await signIn(approver, 'approver');
  });
  afterAll(() => browser.close());

  part('say what is missing, and are not saved before it is there', async () => {
    await open(owner, 'Segments');
    await owner.getByRole('link', { name: 'New segment' }).first().click();
    await owner.getByRole('textbox', { name: 'Name' }).fill(JAPANESE);
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText(/^It cannot be saved yet: one part is unfinished/).waitFor();
    await owner.getByText('Choose what to look at.').waitFor();
    const what = conditionOf(owner, '1').getByRole('combobox', { name: 'What' });
    await what.and(owner.locator(':focus')).waitFor();
  });

  part('are counted while one builds', async () => {
    await choose(conditionOf(owner, '1'), 'What', 'Language');
    await choose(conditionOf(owner, '1'), 'Language', 'Japanese');
    await owner.getByText(COUNTED).waitFor();
    const [few = 0, all = 0] = numbersIn(await owner.getByText(COUNTED).innerText());
    expect(few).toBeGreaterThan(4);
    expect(few).toBeLessThan(all);
  });

  part('hold groups in groups, and stand there in words', async () => {
    await owner.getByRole('button', { name: 'Add group', exact: true }).click();
    await choose(conditionOf(owner, '2.1'), 'What', 'plan');
    await conditionOf(owner, '2.1').getByRole('textbox', { name: 'Value' }).fill('pro');
    await owner.getByRole('button', { name: 'Add condition (2)' }).click();
    await choose(conditionOf(owner, '2.2'), 'What', 'On a list');
    await choose(conditionOf(owner, '2.2'), 'List', 'Newsletter');
    await owner.getByText(WORDS).waitFor();
    await owner.getByRole('button', { name: 'Save' }).click();
    await rowOf(owner, JAPANESE).getByText(WORDS).waitFor();
    await rowOf(owner, JAPANESE).getByText('No campaign').waitFor();
  });

  part('can be made without a mouse', async () => {
    const name = 'Pro customers';
    await press(owner, owner.getByRole('link', { name: 'New segment' }));
    await type(owner, owner.getByRole('textbox', { name: 'Name' }), name);
    await chooseByKey(owner, owner.getByRole('combobox', { name: 'What' }), /^plan$/);
    await type(owner, owner.getByRole('textbox', { name: 'Value' }), 'pro');
    await press(owner, owner.getByRole('button', { name: 'Add condition' }));
    const second = conditionOf(owner, '2');
    await second.getByRole('combobox', { name: 'What' }).and(owner.locator(':focus')).waitFor();
    await press(owner, owner.getByRole('button', { name: 'Remove condition 2' }));
    const first = conditionOf(owner, '1');
    await first.getByRole('combobox', { name: 'What' }).and(owner.locator(':focus')).waitFor();
    await tabTo(owner, owner.getByRole('button', { name: 'Save' }));
    await owner.keyboard.press('Enter');
    await rowOf(owner, name).getByText('plan is “pro”').waitFor();
  });

  part('refuse a name that is taken, at the name', async () => {
    await owner.goto(at(`${PLACE}/new`));
    const name = owner.getByRole('textbox', { name: 'Name' });
    await name.fill(JAPANESE);
    await choose(conditionOf(owner, '1'), 'What', 'On a list');
    await choose(conditionOf(owner, '1'), 'List', 'Newsletter');
    await owner.getByRole('button', { name: 'Save' }).click();
    await name.and(owner.locator('[aria-invalid=true]')).waitFor();
  });

  part('narrow the audience of a campaign, whose count follows', async () => {
    await writeCampaign(author, SUMMER);
    const panel = author.getByRole('complementary').filter({ hasText: 'Newsletter' });
    await panel.getByText(/^\d+ readers/).waitFor();
    await author.getByRole('combobox', { name: 'Only those in' }).click();
    await author.getByRole('option', { name: JAPANESE }).click();
    await author.keyboard.press('Escape');
    await save(author);
    await panel.getByText(WORDS).waitFor();
    // An author may not reveal who they are, so a segment tells no number that would.
    await panel.getByText(/^About \d+0 readers/).waitFor();
  });

  part('are what the approver gets to read', async () => {
    await submit(author);
    await open(approver, 'Review');
    await approver.getByRole('link', { name: SUMMER.name }).click();
    await approver.getByText(JAPANESE).first().waitFor();
    await approver
      .getByText(/^language is Japanese and/)
      .first()
      .waitFor();
  });

  part('are not removed while a campaign uses them, and say so', async () => {
    await open(owner, 'Segments');
    await owner.getByRole('button', { name: `Remove “${JAPANESE}”` }).click();
    await owner.getByText(/^The audience of 1 campaign names it/).waitFor();
    await owner.getByRole('button', { name: 'Close' }).click();
    await owner.getByRole('button', { name: 'Remove “Pro customers”' }).click();
    await owner.getByRole('button', { name: 'Remove it' }).click();
    await rowOf(owner, 'Pro customers').waitFor({ state: 'detached' });
  });

  part('have the name one gives them, in any language', async () => {
    await makeSegment(owner, '日本語の読者');
  });

  for (const looks of LOOKS) {
    const { language, theme } = looks;
    part(`are readable by everybody (${language}, ${theme})`, async () => {
      await changeLooks(owner, looks);
      await owner.goto(at(PLACE));
      await settle(owner);
      expect(await graveFindings(owner, ['body'])).toEqual([]);
      await owner.getByRole('link', { name: JAPANESE, exact: true }).click();
      await owner.getByText(language === 'ja' ? IN_JAPANESE : WORDS).waitFor();
      await settle(owner);
      expect(await graveFindings(owner, ['body'])).toEqual([]);
    });
  }
});

const IN_JAPANESE = '言語が日本語、かつ（「plan」が「pro」、またはリスト「Newsletter」に登録中）';

const numbersIn = (text: string): number[] =>
  [...text.replaceAll(',', '').matchAll(/\d+/g)].map(Number);
