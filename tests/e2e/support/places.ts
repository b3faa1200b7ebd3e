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
  { name: 'segments', path: `${OURS}/segments` },
  { name: 'new-segment', path: `${OURS}/segments/new` },
  { name: 'new-source', path: `${OURS}/lists/new/source` },
  { name: 'suppressions', path: `${OURS}/suppressions` },
  { name: 'imports', path: `${OURS}/suppressions/imports` },
  { name: 'exports', path: `${OURS}/exports` },
  { name: 'audit', path: `${OURS}/audit` },
  { name: 'set-up', path: '/settings/countersign/set-up' },
  { name: 'senders', path: '/settings/countersign/senders' },
  { name: 'approval', path: '/settings/countersign/approval' },
  { name: 'allow-list', path: '/settings/countersign/allow-list' },
  { name: 'transports', path: '/settings/countersign/transports' },
  { name: 'new-campaign', path: `${CONTENT}/create` },
  { name: 'no-such-page', path: `${OURS}/nowhere` },
];

/** Those of what there is on a site at work. */
export const PLACES_OF_WORK = [
  'campaign',
  'draft',
  'proof',
  'desk',
  'subscriber',
  'segment',
  'edit-campaign',
] as const;

/** Found as a person finds it, by a link: the oldest campaign, and the newest of all else. */
export async function placeOf(page: Page, name: string): Promise<string> {
  switch (name) {
    case 'campaign':
      return linkOf(page, `${OURS}/campaigns`, { into: 'campaigns/', which: -1 });
    case 'draft':
      return linkOf(page, `${OURS}/campaigns`, { into: 'campaigns/', which: 0 });
    case 'proof':
      return linkOf(page, await placeOf(page, 'campaign'), { into: 'proof/', which: 0 });
    case 'desk':
      return linkOf(page, `${OURS}/review`, { into: 'review/', which: 0 });
    case 'subscriber':
      return linkOf(page, `${OURS}/subscribers`, { into: 'subscribers/', which: 0 });
    case 'segment':
      return linkOf(page, `${OURS}/segments`, {
        into: 'segments/',
        which: 0,
        within: 'main table',
      });
    case 'edit-campaign':
      return `${CONTENT}/${(await placeOf(page, 'draft')).split('/')[4]}`;
    default:
      return FIXED.find((place) => place.name === name)?.path ?? OURS;
  }
}

interface Link {
  readonly into: string;
  readonly which: 0 | -1;
  readonly within?: string;
}

async function linkOf(
  page: Page,
  path: string,
  { into, which, within = 'main' }: Link,
): Promise<string> {
  await page.goto(at(path));
  const links = page.locator(`${within} a[href*="${into}"]`);
  await links.first().waitFor();
  const href = (await links.nth(which).getAttribute('href')) ?? '';
  return href.replace(/^\/admin/, '');
}
