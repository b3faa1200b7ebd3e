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

export const FROST = {
  name: 'Frost issue',
  en: {
    subject: 'Frost at the workshop',
    preheader: 'The stove is on',
    text: 'Snow lies on the roof, and we glaze.',
  },
  ja: {
    subject: '工房の霜だより',
    preheader: 'ストーブに火が入りました',
    text: '屋根に雪が積もり、釉薬をかけています。',
  },
};

export const SPRING = {
  name: 'Spring issue',
  en: {
    subject: 'Spring at the workshop',
    preheader: 'The window is open again',
    text: 'We have painted the door.',
  },
  ja: {
    subject: '工房の春だより',
    preheader: '窓を開けました',
    text: '扉を塗り直しました。',
  },
};

export const SUMMER = {
  name: 'Summer issue',
  en: {
    subject: 'Summer at the workshop',
    preheader: 'We are closed in August',
    text: 'Come by in the evening, when it is cool.',
  },
  ja: {
    subject: '工房の夏だより',
    preheader: '八月はお休みします',
    text: '涼しくなった夕方にお越しください。',
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
  const menu = page.getByRole('navigation', { name: 'Newsletters' });
  await menu.getByRole('link', { name: new RegExp(`^${room}`) }).click();
  await page.getByRole('heading', { name: room, level: 1 }).waitFor();
}
