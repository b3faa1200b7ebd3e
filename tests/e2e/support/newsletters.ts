import type { Page } from 'playwright-core';

export const AUTUMN = {
  name: 'Autumn issue',
  en: {
    subject: 'Autumn at the workshop',
    preheader: 'Three things we made this month',
    text: 'The leaves are down and the kiln is warm.',
  },
  ja: {
    subject: '工房の秋だより',
    preheader: '今月つくった三つのもの',
    text: '木の葉が散り、窯に火が入りました。',
  },
};

export const WINTER = {
  name: 'Winter issue',
  en: {
    subject: 'Winter at the workshop',
    preheader: 'What we do when it snows',
    text: 'The kiln is the warmest place in the house.',
  },
};

/** A page of ours, by the menu, as one gets there. */
export async function open(page: Page, room: string): Promise<void> {
  await page.getByRole('link', { name: 'Newsletters' }).first().click();
  // The link to the reviews also says how many wait.
  await page.getByRole('link', { name: new RegExp(`^${room}`) }).click();
  await page.getByRole('heading', { name: room, level: 1 }).waitFor();
}
