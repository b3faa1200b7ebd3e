import type { Page } from 'playwright-core';
import { open } from './newsletters';

const PATIENCE_MS = 60_000;

/** From the desk, with the sentence that says how many will get it confirmed. */
export async function countersign(page: Page, name: string): Promise<void> {
  await open(page, 'Review');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Countersign', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/\d+ readers will get this when somebody starts it/).waitFor();
  await dialog.getByRole('button', { name: 'Countersign', exact: true }).click();
  await page.getByText('Countersigned. Somebody who may start it can send it now.').waitFor();
}

/** Started, and watched until the last reader's message has an outcome. */
export async function sendNow(page: Page, name: string): Promise<void> {
  await open(page, 'Campaigns');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('progressbar').first().waitFor();
  await page.getByText('Sent', { exact: true }).first().waitFor({ timeout: PATIENCE_MS });
}
