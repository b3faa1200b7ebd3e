import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDesk, signIn, type Looks } from './browser';
import type { Part } from './site';

const PICTURES = path.resolve(__dirname, '../../../.tmp/screens');
/** The widest last: tables measure themselves once, when they come, and this is how wide they come next. */
const WIDTHS = [768, 1280];
/** Tall enough for most pages: Strapi scrolls within the page, which a picture of it does not. */
const HEIGHT = 1300;

/** What Strapi makes anew for another width, and so comes after everything else. */
const LAST_TO_COME: Readonly<Record<string, string>> = {
  'edit-campaign': '[data-countersign=panel] button',
};

export type State = 'empty' | 'loading' | 'full' | 'error' | 'forbidden';

export interface Camera {
  readonly page: Page;
  shoot(state: State, name: string): Promise<void>;
}

/** A desk whose page is photographed at each width, into `language/theme/width/state-name.png`. */
export async function openCamera(browser: Browser, part: Part, looks: Looks): Promise<Camera> {
  const page = await openDesk(browser, looks);
  await signIn(page, part);
  return {
    page,
    shoot: async (state, name) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        if (state === 'full')
          await page
            .locator(LAST_TO_COME[name] ?? 'main')
            .first()
            .waitFor();
        const place = [looks.language ?? 'en', looks.theme ?? 'light', `${width}`];
        const file = path.join(PICTURES, ...place, `${state}-${name}.png`);
        await page.screenshot({ path: file, animations: 'disabled' });
      }
    },
  };
}
