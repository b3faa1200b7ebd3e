import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { openBrowser, openDesk, openReader, signIn } from './support/browser';
import { submit, writeCampaign } from './support/campaign';
import { countersign, sendNow } from './support/editions';
import { preferencesLink } from './support/inbox';
import { FROST } from './support/newsletters';
import { pressCalmly } from './support/reader';
import { createStory } from './support/story';

const WORDS = {
  en: {
    title: 'Your newsletters',
    save: 'Save',
    saved: /^Saved\./,
    often: 'How often',
    weekly: 'At most one a week',
    saveOften: 'Save how often',
    pause: 'Nothing for 30 days',
    paused: /^You take a break until/,
    resume: 'End the break now',
    download: 'Download my data',
    erase: 'Erase my data…',
    back: 'Back, change nothing',
    leave: 'Unsubscribe from everything',
    left: 'You get no newsletters from us.',
  },
  ja: {
    title: 'メルマガの設定',
    save: '保存する',
    saved: /^保存しました。/,
    often: '配信頻度',
    weekly: '週に1通まで',
    saveOften: '配信頻度を保存する',
    pause: '30日間休止する',
    paused: /まで休止中です。/,
    resume: '配信を再開する',
    download: '自分のデータをダウンロード',
    erase: '自分のデータを消去…',
    back: '消去せずに戻る',
    leave: 'すべての配信を停止する',
    left: 'メルマガの配信は停止されています。',
  },
} as const;

/** One story, told in order: each part stands on the one before it. */
describe("the reader's own page, with JavaScript off", () => {
  let browser: Browser;
  const part = createStory(() => browser);

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  part('is linked in the newsletter', async () => {
    const desks = [await openDesk(browser), await openDesk(browser), await openDesk(browser)];
    const [author, approver, operator] = desks as [Page, Page, Page];
    await signIn(author, 'author');
    await signIn(approver, 'approver');
    await signIn(operator, 'operator');
    await writeCampaign(author, FROST);
    await submit(author);
    await countersign(approver, FROST.name);
    await sendNow(operator, FROST.name);
    await Promise.all(desks.map((desk) => desk.context().close()));
    expect(await preferencesLink(FROST.en.subject)).toContain('/preferences/');
  });

  describe.each(['en', 'ja'] as const)('for a reader of %s', (language) => {
    const words = WORDS[language];
    let reader: Page;
    const button = (name: string) => reader.getByRole('button', { name, exact: true });
    const press = async (name: string): Promise<void> => {
      await Promise.all([reader.waitForEvent('load'), pressCalmly(reader, button(name))]);
    };

    let eye: Page;
    /** axe-core needs JavaScript: it is shown what the reader sees. */
    const findings = async (): Promise<string[]> => {
      await eye.setContent(await reader.content());
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await eye.emulateMedia({ colorScheme });
        found.push(...(await graveFindings(eye, ['body'])));
      }
      return found;
    };

    beforeAll(async () => {
      reader = await openReader(browser);
      eye = await openDesk(browser);
    });
    afterAll(async () => {
      await reader.context().close();
      await eye.context().close();
    });

    part(`speaks their language (${language})`, async () => {
      await reader.goto(await preferencesLink(FROST[language].subject));
      await reader.getByRole('heading', { name: words.title }).waitFor();
      expect(await reader.locator('html').getAttribute('lang')).toBe(language);
    });

    part(`is readable by everybody (${language})`, async () => {
      expect(await findings()).toEqual([]);
    });

    part(`takes them off a list and puts them back (${language})`, async () => {
      const list = reader.getByRole('checkbox').first();
      await list.uncheck();
      await press(words.save);
      await reader.getByText(words.saved).waitFor();
      expect(await list.isChecked()).toBe(false);
      await list.check();
      await press(words.save);
      await reader.getByText(words.saved).waitFor();
      expect(await list.isChecked()).toBe(true);
      // The sources of the list are asked first, which takes a moment.
      do await reader.goto(reader.url());
      while ((await list.count()) === 0);
    });

    part(`keeps how often they want one (${language})`, async () => {
      const often = reader.getByLabel(words.often, { exact: true });
      await often.selectOption(words.weekly);
      await press(words.saveOften);
      await reader.getByText(words.saved).waitFor();
      expect(await often.inputValue()).toBe('7');
    });

    part(`begins a break and ends it (${language})`, async () => {
      await press(words.pause);
      await reader.getByText(words.paused).waitFor();
      expect(await findings()).toEqual([]);
      await press(words.resume);
      await button(words.pause).waitFor();
    });

    part(`hands over what we hold (${language})`, async () => {
      const [file] = await Promise.all([
        reader.waitForEvent('download'),
        pressCalmly(reader, button(words.download)),
      ]);
      expect(file.suggestedFilename()).toBe('my-data.json');
    });

    part(`asks once more before it erases (${language})`, async () => {
      await press(words.erase);
      expect(await reader.getByRole('checkbox').isChecked()).toBe(false);
      expect(await findings()).toEqual([]);
      await press(words.back);
      await reader.getByRole('heading', { name: words.title }).waitFor();
    });

    part(`leaves everything (${language})`, async () => {
      await press(words.leave);
      await reader.getByText(words.left).waitFor();
      expect(await findings()).toEqual([]);
    });
  });
});
