import type { FullEdition, HeldReason } from '../../domain/editions/edition';
import { verifyCountersigned, type Countersigned } from '../../domain/editions/verify';
import { placeInWindow } from '../../domain/editions/window';
import { ok, refuse, type Result } from '../../domain/result';
import type { StartDeps } from './deps';

/** `early`: not yet, nothing is wrong. Every other reason holds the edition. */
export type NotNow = HeldReason | 'early';

/** Whether this edition may begin at this moment: genuine, in its window, its approvers still approvers. */
export async function checkStart(
  { decisions, colleagues, sharedClock, seals }: StartDeps,
  edition: FullEdition,
): Promise<Result<Countersigned, NotNow>> {
  const signed = verifyCountersigned(edition, await decisions.of(edition.id), seals);
  if (!signed.ok) return signed;
  const { window, approvers } = signed.value;
  const place = placeInWindow(window, await sharedClock.now());
  if (place !== 'inside') return refuse(place);
  const people = await colleagues.findMany(approvers);
  const still = people.filter(({ isActive, mayApprove }) => isActive && mayApprove);
  return still.length === approvers.length ? ok(signed.value) : refuse('approver');
}
