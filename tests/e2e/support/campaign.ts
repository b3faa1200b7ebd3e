import type { Page } from 'playwright-core';
import { at } from './site';

export interface Words {
  readonly subject: string;
  readonly preheader: string;
  readonly text: string;
}

export interface Written {
  readonly name: string;
  readonly en: Words;
  readonly ja: Words;
}

/** Written as an author writes it: in English, with audience and sender, and then in Japanese. */
export async function writeCampaign(page: Page, { name, en, ja }: Written): Promise<void> {
  await page.goto(at('/plugins/countersign/campaigns'));
  await page.getByRole('link', { name: 'New campaign' }).first().click();
  // Strapi opens a new entry in the language last written in.
  await inLanguage(page, 'English');
  await page.getByRole('textbox', { name: 'Name (readers do not see it)' }).fill(name);
  await fillIn(page, en);
  await page.getByRole('combobox', { name: 'Send to' }).click();
  await page.getByRole('option', { name: /^Newsletter/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Sender' }).click();
  await page.getByRole('option', { name: /^The Workshop/ }).click();
  await save(page);
  await inLanguage(page, 'Japanese');
  await fillIn(page, ja);
  await save(page);
}

async function inLanguage(page: Page, language: string): Promise<void> {
  await formOf(page);
  const locales = page.getByRole('combobox', { name: 'Locales' });
  await locales.click();
  await page.getByRole('option', { name: language }).click();
  await locales.filter({ hasText: language }).waitFor();
  await formOf(page);
}

/** A form that is still coming in forgets what is typed. */
async function formOf(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Sender' }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function fillIn(page: Page, { subject, preheader, text }: Words): Promise<void> {
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await page.getByRole('textbox', { name: 'Preview text' }).fill(preheader);
  await page.locator('[contenteditable=true]').click();
  await page.keyboard.insertText(text);
}

export async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/collection-types/') && answer.request().method() !== 'GET',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved;
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByText('Waiting for a second person').first().waitFor();
}
