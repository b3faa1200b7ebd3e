import type { Asking } from '../../domain/access/asking';
import { ALLOW_LIST_SETTING, type Proposal } from '../../domain/access/saved-list';
import { ok, refuse } from '../../domain/result';
import { mayBeOne, quietSince } from '../../domain/reviews/quiet-account';
import { proposalNow, savedLines, setProposal, shutsOut, type ChangeAllowListDeps } from './deps';
import { tell } from './tell';

/**
 * Puts the proposal with this `id` into force: the one somebody has looked at, not another that has taken
 * its place meanwhile.
 */
export async function confirm(deps: ChangeAllowListDeps, id: string, by: Asking) {
  const proposal = await proposalNow(deps);
  if (by.door !== 'admin') return refuse('not-in-person');
  if (proposal?.id !== id) return refuse('somebody-was-first');
  if (proposal.by === by.person) return refuse('own-proposal');
  if (await isTouched(deps, proposal, by)) return refuse('account-not-quiet');
  if (shutsOut(deps, proposal.lines, by)) return refuse('would-shut-out');
  const before = await savedLines(deps);
  await deps.settings.set(ALLOW_LIST_SETTING, proposal.lines, by.person, deps.clock.now());
  await setProposal(deps, null, by);
  await tell(deps, by, {
    act: 'allow-list.confirm',
    change: { before, after: proposal.lines },
  });
  return ok(proposal.lines);
}

async function isTouched(
  { accounts, accountQuietDays }: ChangeAllowListDeps,
  { by, at }: Proposal,
  { person }: Asking,
): Promise<boolean> {
  const changes = await accounts.since(quietSince({ submittedAt: at }, accountQuietDays));
  return mayBeOne([by, person], changes);
}

/** The list stays as it is. Who made the proposal may take it back, too. */
export async function discard(deps: ChangeAllowListDeps, id: string, by: Asking) {
  const proposal = await proposalNow(deps);
  if (proposal?.id !== id) return refuse('somebody-was-first');
  await setProposal(deps, null, by);
  await tell(deps, by, { act: 'allow-list.discard' });
  return ok(null);
}
