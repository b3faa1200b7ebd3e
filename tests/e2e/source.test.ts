import type { Browser, Page } from 'playwright-core';
import { graveFindings } from './support/axe';
import { changeLooks, openBrowser, openDesk, settle, signIn } from './support/browser';
import { choose as chooseIn, conditionOf } from './support/segments';
import { choose as chooseByKey, press } from './support/keyboard';
import { at } from './support/site';

const USERS = '/content-manager/collection-types/plugin::users-permissions.user';
const NEW_SOURCE = '/plugins/countersign/lists/new/source';

const choose = (page: Page, what: string, option: string): Promise<void> =>
  chooseIn(page.locator('main').first(), what, option);
const partOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

const numberAt = (text: string): number => Number(text.replaceAll(/\D/g, ''));

describe('a source made by clicking', () => {
  let browser: Browser;
  let owner: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    owner = await openDesk(browser);
    await signIn(owner, 'owner');
  });
  afterAll(() => browser.close());

  const readers = async (): Promise<number> => {
    const subtitle = owner.getByText(/^[\d,]+ readers?$/).first();
    await subtitle.waitFor();
    return numberAt(await subtitle.innerText());
  };

  /** By keyboard, and the one too many taken out again. */
  const addAttribute = async (): Promise<void> => {
    const add = owner.getByRole('button', { name: 'Add an attribute' });
    await press(owner, add);
    const [first, second] = [partOf(owner, 'Attribute 1'), partOf(owner, 'Attribute 2')];
    await chooseByKey(owner, first.getByRole('combobox', { name: 'Field' }), /^orders$/);
    const name = first.getByRole('textbox', { name: 'Name in segments' });
    await name.fill('What they bought');
    await first.getByText(/^Use small letters/).waitFor();
    await name.fill('bought');
    await first.getByText('Kind: number').waitFor();
    await press(owner, add);
    await second.waitFor();
    await press(owner, owner.getByRole('button', { name: 'Remove attribute 2' }));
    await second.waitFor({ state: 'detached' });
    await add.and(owner.locator(':focus')).waitFor();
  };

  it('is tried, started, fills its list, follows the Content Manager, and is removed', async () => {
    await owner.goto(at('/plugins/countersign/lists'));
    await owner.getByRole('link', { name: 'New source' }).click();
    await choose(owner, 'People', 'Users of this site');
    await owner.getByRole('textbox', { name: 'Name of the new list' }).fill('Autumn fair');
    await choose(owner, 'Consent', 'newsletterConsent');
    await owner.getByRole('textbox', { name: 'Version of the consent text' }).fill('2026-11');
    await owner.getByRole('button', { name: 'Add a condition' }).click();
    await chooseIn(partOf(owner, 'Condition 1'), 'Field', 'language');
    await choose(owner, 'Value', 'ja');
    await addAttribute();
    await owner.getByRole('button', { name: 'Try it' }).click();
    await owner.getByText('Would be added').waitFor();
    await owner.getByRole('row', { name: /^bought number [\d,]+ of/ }).waitFor();
    await owner
      .getByText(/^.•••@.•••\..+$/)
      .first()
      .waitFor();
    expect(await graveFindings(owner, ['body'])).toEqual([]);

    await owner.getByRole('button', { name: 'Create and start' }).click();
    await owner.getByRole('heading', { name: 'Autumn fair', level: 1 }).waitFor();
    await owner.getByText(/^In step since/).waitFor();
    const before = await readers();
    expect(before).toBeGreaterThan(0);
    await askForAttribute();

    await owner.goto(
      at(
        `${USERS}?filters[$and][0][language][$eq]=en&filters[$and][1][newsletterConsent][$eq]=true`,
      ),
    );
    await owner.getByRole('row').nth(1).click();
    await owner.getByRole('combobox', { name: /^language/ }).click();
    await owner.getByRole('option', { name: 'ja', exact: true }).click();
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await owner.goto(at('/plugins/countersign/lists/autumn-fair'));
    await owner.getByText(new RegExp(`^${before + 1} readers`)).waitFor();

    await owner.getByRole('button', { name: 'Remove' }).click();
    await owner.getByText(new RegExp(`^${before + 1} readers leave the list`)).waitFor();
    await owner.getByRole('button', { name: 'Remove the source' }).click();
    await owner
      .getByText(/^0 readers$|^Nobody/)
      .first()
      .waitFor();
  });

  /** As soon as there is such an attribute a segment can ask for it. */
  const askForAttribute = async (): Promise<void> => {
    await owner.goto(at('/plugins/countersign/segments/new'));
    await chooseIn(conditionOf(owner, '1'), 'What', 'bought');
    await chooseIn(conditionOf(owner, '1'), 'How', 'is known');
    await owner.getByText(/^[\d,]+ of [\d,]+ readers$/).waitFor();
  };

  it.each(['light', 'dark'] as const)('is walked in Japanese, %s', async (theme) => {
    await changeLooks(owner, { language: 'ja', theme });
    await owner.goto(at(NEW_SOURCE));
    await settle(owner);
    await choose(owner, '読者のデータ', 'このサイトのユーザー');
    await owner.getByRole('textbox', { name: '新しいリストの名前' }).fill('秋のフェア');
    await choose(owner, '配信への同意', 'newsletterConsent');
    await owner.getByRole('button', { name: '条件を追加' }).click();
    await choose(owner, '比較', '値がある');
    await owner.getByRole('button', { name: '属性を追加' }).click();
    await chooseIn(partOf(owner, '属性 1'), '項目', 'joinedOn');
    await owner.getByText('種類：日付').waitFor();
    await owner.getByRole('button', { name: '試してみる' }).click();
    await owner.getByText('追加される人数').waitFor();
    await owner.getByRole('row', { name: /^joined_on 日付/ }).waitFor();
    expect(await graveFindings(owner, ['body'])).toEqual([]);
  });
});
