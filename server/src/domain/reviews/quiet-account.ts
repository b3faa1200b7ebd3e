import type { AccountChange } from '../access/account';
import { UNKNOWN_HAND, type Edition, type Hand } from '../editions/edition';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Since when a change of an account bears on an edition; ms since 1970.
 *
 * @param quietDays 0: only what was changed after the edition was submitted
 */
export const quietSince = (
  { submittedAt }: Pick<Edition, 'submittedAt'>,
  quietDays: number,
): number => submittedAt - quietDays * DAY_MS;

/**
 * Everybody who had a hand in an edition, its submitter among them; without those who only set the site
 * up for its first: they make the accounts as well, and nobody could approve anything for a week.
 */
export const handsIn = (
  edition: Pick<Edition, 'submittedBy'>,
  hands: readonly Hand[],
): ReadonlySet<string> =>
  new Set([
    edition.submittedBy,
    ...hands.flatMap(({ person, through }) => (through === 'set-up' ? [] : person)),
  ]);

/**
 * Who must not have got into an approver's account: the hands, and whoever else countersigns, since
 * that one person would be two of those required.
 */
export const othersIn = (
  approver: string,
  hands: ReadonlySet<string>,
  approvers: readonly string[],
): ReadonlySet<string> => new Set([...hands, ...approvers.filter((one) => one !== approver)]);

/**
 * The first change by which one of `people` may have got into each account: made by them, or by an
 * account that they had got into before. Host code counts as nobody's hand: it is the site owner's
 * own, and whoever can change it needs no account. What people do to their own account is theirs.
 *
 * @param changes since `quietSince`, oldest first
 */
export function disturbedAccounts(
  people: ReadonlySet<string>,
  changes: readonly AccountChange[],
): ReadonlyMap<string, AccountChange> {
  const disturbed = new Map<string, AccountChange>();
  const isOneOfThem = (person: string): boolean =>
    person !== UNKNOWN_HAND && (people.has(person) || disturbed.has(person));
  for (const change of changes) {
    const { account, by } = change;
    if (account !== by && isOneOfThem(by) && !disturbed.has(account))
      disturbed.set(account, change);
  }
  return disturbed;
}

/** Whether one of two may have got into the other's account: then there is no second person. */
export const mayBeOne = (
  [one, other]: readonly [string, string],
  changes: readonly AccountChange[],
): boolean =>
  disturbedAccounts(new Set([one]), changes).has(other) ||
  disturbedAccounts(new Set([other]), changes).has(one);
