import type { Page } from 'playwright-core';
import { at } from './site';

/** A page of ours, under the name its picture gets. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

const OURS = '/plugins/countersign';
const CONTENT = '/content-manager/collection-types/plugin::countersign.campaign';

/** Those that are there on an empty site too. */
export const FIXED: readonly Place[] = [
  { name: 'home', path: '/' },
  { name: 'overview', path: OURS },
  { name: 'campaigns', path: `${OURS}/campaigns` },
  { name: 'review', path: `${OURS}/review` },
  { name: 'subscribers', path: `${OURS}/subscribers` },
  { name: 'lists', path: `${OURS}/lists` },
  { name: 'list', path: `${OURS}/lists/newsletter` },
  { name: 'suppressions', path: `${OURS}/suppressions` },
  { name: 'audit', path: `${OURS}/audit` },
  { name: 'set-up', path: '/settings/countersign/set-up' },
  { name: 'senders', path: '/settings/countersign/senders' },
  { name: 'approval', path: '/settings/countersign/approval' },
  { name: 'transports', path: '/settings/countersign/transports' },
  { name: 'new-campaign', path: `${CONTENT}/create` },
  { name: 'no-such-page', path: `${OURS}/nowhere` },
];

/** Those of what there is on a site at work. */
export const PLACES_OF_WORK = ['campaign', 'desk', 'subscriber', 'edit-campaign'] as const;

/** Found as a person finds it: by the first link of the page before. */
export async function placeOf(page: Page, name: string): Promise<string> {
  switch (name) {
    case 'campaign':
      return firstLink(page, `${OURS}/campaigns`, 'campaigns/');
    case 'desk':
      return firstLink(page, `${OURS}/review`, 'review/');
    case 'subscriber':
      return firstLink(page, `${OURS}/subscribers`, 'subscribers/');
    case 'edit-campaign':
      return `${CONTENT}/${(await placeOf(page, 'campaign')).split('/')[4]}`;
    default:
      return FIXED.find((place) => place.name === name)?.path ?? OURS;
  }
}

async function firstLink(page: Page, path: string, into: string): Promise<string> {
  await page.goto(at(path));
  const link = page.locator(`main a[href*="${into}"]`).first();
  const href = (await link.getAttribute('href')) ?? '';
  return href.replace(/^\/admin/, '');
}
