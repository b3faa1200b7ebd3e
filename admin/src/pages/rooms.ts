import type { Permission } from '../../../server/src/names';
import { paths } from '../paths';
import type { Word } from '../words';

export interface Room {
  readonly to: string;
  readonly word: Word;
  readonly needed: Permission;
}

export const MAIL_ROOMS: readonly Room[] = [
  { to: paths.home, word: 'menu.overview', needed: 'campaign.read' },
  { to: paths.campaigns, word: 'menu.campaigns', needed: 'campaign.read' },
  { to: paths.review, word: 'menu.review', needed: 'campaign.read' },
];

export const PEOPLE_ROOMS: readonly Room[] = [
  { to: paths.subscribers, word: 'menu.subscribers', needed: 'subscriber.read' },
  { to: paths.lists, word: 'menu.lists', needed: 'list.read' },
  { to: paths.segments, word: 'menu.segments', needed: 'list.read' },
  { to: paths.suppressions, word: 'menu.suppressions', needed: 'subscriber.read' },
  { to: paths.exports, word: 'menu.exports', needed: 'subscriber.export' },
];

export const HOUSE_ROOMS: readonly Room[] = [
  { to: paths.audit, word: 'menu.audit', needed: 'audit.read' },
];

/** The room one comes into first. Who may enter none is told so in the overview. */
export const firstRoom = (may: (permission: Permission) => boolean): string =>
  [...MAIL_ROOMS, ...PEOPLE_ROOMS, ...HOUSE_ROOMS].find(({ needed }) => may(needed))?.to ??
  paths.home;
