import type { Locator, Page } from 'playwright-core';

const FARTHEST = 120;

/** Tab by Tab, as somebody without a mouse gets there; fails where no number of Tabs leads. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  const reached = target.and(page.locator(':focus'));
  for (let tabs = 0; tabs < FARTHEST; tabs += 1) {
    if ((await reached.count()) > 0) return;
    await leaveEditor(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

/** Strapi's editor keeps Tab to itself; Escape leaves it. */
async function leaveEditor(page: Page): Promise<void> {
  const editor = page.locator('[contenteditable=true]:focus');
  if ((await editor.count()) > 0) await page.keyboard.press('Escape');
}

export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Opens a select, goes down to the option whose text fits, takes it and closes it. */
export async function choose(page: Page, target: Locator, option: RegExp): Promise<void> {
  await press(page, target);
  const wanted = page.getByRole('option', { name: option });
  const reached = wanted.and(page.locator(':focus, [data-highlighted], [aria-selected=true]'));
  await wanted.waitFor();
  for (let steps = 0; steps < FARTHEST && (await reached.count()) === 0; steps += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  if ((await page.getByRole('listbox').count()) > 0) await page.keyboard.press('Escape');
}

/** A table is one stop for Tab; from there the arrows lead, as in a grid (ARIA APG, grid pattern). */
export async function openRow(page: Page, link: Locator): Promise<void> {
  await link.waitFor();
  const inGrid = page.locator('[role=grid] :focus');
  for (let tabs = 0; tabs < FARTHEST && (await inGrid.count()) === 0; tabs += 1) {
    await page.keyboard.press('Tab');
  }
  const reached = link.and(page.locator(':focus'));
  for (let rows = 0; rows < FARTHEST && (await reached.count()) === 0; rows += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
