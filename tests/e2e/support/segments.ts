import type { Locator, Page } from 'playwright-core';
import { at } from './site';

export const JAPANESE = 'Readers of Japanese';

/** A segment made by clicking: those who read Japanese. */
export async function makeSegment(page: Page, name = JAPANESE): Promise<void> {
  await page.goto(at('/plugins/countersign/segments/new'));
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await choose(conditionOf(page, '1'), 'What', 'Language');
  await choose(conditionOf(page, '1'), 'Language', 'Japanese');
  await saveSegment(page, name);
}

export async function saveSegment(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Segments', level: 1 }).waitFor();
  await rowOf(page, name).waitFor();
}

export const conditionOf = (page: Page, place: string): Locator =>
  page.getByRole('group', { name: `Condition ${place}`, exact: true });

export async function choose(part: Locator, control: string, option: string): Promise<void> {
  await part.getByRole('combobox', { name: control, exact: true }).click();
  await part.page().getByRole('option', { name: option, exact: true }).click();
}

export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
