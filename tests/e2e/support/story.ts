import path from 'node:path';
import type { Browser } from 'playwright-core';

const PICTURES = path.resolve(__dirname, '../../../.tmp/e2e');

/**
 * Tests told in order, each standing on the one before it. When one fails, all that was on the screens is kept as
 * pictures, and the rest fails at once instead of waiting for what can no longer come.
 */
export function createStory(browser: () => Browser) {
  let brokenBy: string | null = null;
  return (name: string, tell: () => Promise<void>): void => {
    it(name, async () => {
      if (brokenBy !== null) throw new Error(`“${brokenBy}” failed before`);
      try {
        await tell();
      } catch (error) {
        brokenBy = name;
        await keepPictures(browser(), name);
        throw error;
      }
    });
  };
}

async function keepPictures(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, n) => page.screenshot({ path: pictureOf(name, n) })));
}

const pictureOf = (name: string, n: number): string =>
  path.join(PICTURES, `${name.replaceAll(/\W+/g, '-')}-${n}.png`);
