import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { type Edition, UNKNOWN_HAND } from '../../domain/editions/edition';
import { type EditionState, statesThatCan } from '../../domain/editions/states';
import { LOG_EVENTS } from '../../names';
import type { AuditTrail, Clock, EditionStore, HandStore, Log, Transactions } from '../../ports';

export interface VoidDeps {
  readonly editions: EditionStore;
  readonly hands: HandStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Voidable {
  readonly edition: Edition;
  readonly because: 'changed' | 'deleted' | 'list-repointed' | 'source-repointed';
}

/** Admin tokens act for the admin user they belong to. Other doors have users too, but not ours. */
export const handOf = ({ door, person }: Asking): string =>
  door === 'admin' || door === 'admin-token' ? person : UNKNOWN_HAND;

export async function voidOpen(
  { editions, audit, clock, log }: VoidDeps,
  { edition: { id }, because }: Voidable,
  by: Asking,
): Promise<void> {
  const at = clock.now();
  const voided = await editions.move(id, 'void', { at });
  if (!voided) return;
  const subject = { kind: 'edition', id };
  const act = 'edition.void';
  await audit.record(told(by, { act, result: 'done', subject, at, detail: { because } }));
  log.info(LOG_EVENTS.editionMoved, { edition: id, state: voided.state });
}

const PAGE = 200;

/** Campaigns with an edition in one of these states; by itself those that could become void. */
export async function openCampaigns(
  { editions }: Pick<VoidDeps, 'editions'>,
  states: readonly EditionState[] = statesThatCan('void'),
): Promise<string[]> {
  const found: string[] = [];
  for (let before: string | undefined, isMore = true; isMore; ) {
    const page = await editions.list({ states, before, limit: PAGE });
    found.push(...page.map(({ campaignId }) => campaignId));
    before = page.at(-1)?.id;
    isMore = page.length === PAGE;
  }
  return found;
}
