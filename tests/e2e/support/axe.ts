import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE: readonly unknown[] = ['serious', 'critical'];

/** What axe-core finds wrong within `parts` and calls serious or critical: rule and place, one a line. */
export async function graveFindings(page: Page, parts: readonly string[]): Promise<string[]> {
  await page.locator(parts.join(', ')).first().waitFor();
  await atRest(page);
  await page.evaluate(AXE);
  const include = JSON.stringify(parts.map((part) => [part]));
  const run = `axe.run({ include: ${include} }, { resultTypes: ['violations'] })`;
  const { violations } = await page.evaluate<AxeResults>(run);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
}

/**
 * Until no colour is on its way to another: a button that has just become live again fades from grey,
 * and half-way it has a contrast that nobody reads it with. What moves for ever, a spinner, is not waited for.
 */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
      .map(({ finished }) => finished)
  ).then(() => undefined)`);
}
