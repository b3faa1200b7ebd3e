import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, signIn } from './support/browser';
import { at } from './support/site';

describe('setting up', () => {
  let browser: Browser;
  let owner: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    owner = await openDesk(browser);
    await signIn(owner, 'owner');
  });
  afterAll(() => browser.close());

  it('makes the three roles a house needs, once, and only when told to', async () => {
    const given: string[][] = [];
    owner.on('response', async (answer) => {
      if (answer.request().method() !== 'PUT' || !answer.url().endsWith('/permissions')) return;
      const { data } = await answer.json();
      given.push(data.map(({ action }: { action: string }) => action));
    });
    await owner.goto(at('/settings/countersign/set-up'));
    await owner.getByRole('button', { name: 'Make these 3 roles' }).click();
    await owner.getByText(/^The roles are there/).waitFor();
    await owner.getByRole('button', { name: /^Make/ }).waitFor({ state: 'detached' });

    const [author = [], approver = [], operator = []] = given;
    const APPROVE = 'plugin::countersign.campaign.approve';
    const UPDATE = 'plugin::content-manager.explorer.update';
    expect([author, approver, operator].map((can) => can.includes(APPROVE))).toEqual([
      ...[false, true, false],
    ]);
    expect([author, approver, operator].map((can) => can.includes(UPDATE))).toEqual([
      ...[true, false, false],
    ]);

    await owner.getByRole('link', { name: 'All roles' }).click();
    for (const part of ['author', 'approver', 'operator']) {
      await owner.getByText(new RegExp(`^Newsletter ${part} / `)).waitFor();
    }
  });
});
