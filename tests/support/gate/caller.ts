import { PERMISSIONS, type Permission } from '../../../server/src/names';
import { PARTS, type ContentAct } from '../staff';

/** Who knocks. What they hold is what a site would really give them. */
export interface CallerKind {
  readonly name: string;
  /** Permissions of ours; nobody outside of the admin has any. */
  readonly holds: readonly Permission[];
  /** What Strapi itself lets them do with campaigns in the Content Manager. */
  readonly content: readonly ContentAct[];
  /** Signed in to the admin, or with a token of the admin. */
  readonly isColleague: boolean;
  /** By their own session; a token is not a person. */
  readonly isInPerson: boolean;
  /** Had a hand in the campaign that stands there. */
  readonly isHand: boolean;
  /** A content-API token with a right on our endpoints there. */
  readonly readsApi: boolean;
}

const stranger = {
  ...{ holds: [], content: [] },
  ...{ isColleague: false, isInPerson: false, isHand: false, readsApi: false },
} as const;
const colleague = { ...stranger, isColleague: true, isInPerson: true } as const;
const token = { ...colleague, isInPerson: false } as const;
const writer = {
  content: ['create', 'read', 'update', 'delete'],
  isHand: true,
} as const;

export const CALLERS = [
  { ...stranger, name: 'no login' },
  { ...stranger, name: "site user with a Super Admin's number" },
  { ...stranger, name: 'full-access API token', readsApi: true },
  { ...stranger, name: 'custom API token', readsApi: true },
  { ...colleague, name: 'visitor' },
  { ...colleague, ...writer, name: 'author', holds: PARTS.author },
  { ...colleague, name: 'approver', holds: PARTS.approver },
  { ...colleague, name: 'operator', holds: PARTS.operator },
  { ...colleague, ...writer, name: 'Super Admin', holds: PERMISSIONS },
  { ...token, ...writer, name: "author's admin token", holds: PARTS.author },
  { ...token, name: "approver's admin token", holds: PARTS.approver },
] as const satisfies readonly CallerKind[];

export type CallerName = (typeof CALLERS)[number]['name'];
