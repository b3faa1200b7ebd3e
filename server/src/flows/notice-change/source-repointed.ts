import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import type { Edition } from '../../domain/editions/edition';
import { type Filling, filledParts, isListPart, partsFilledBy } from '../../domain/editions/filled';
import { statesThatCan, stopBeforeBegin } from '../../domain/editions/states';
import { LOG_EVENTS } from '../../names';
import { handOf, openCampaigns, type VoidDeps, voidOpen } from './void-open';

/**
 * A source is another one, with these mappings before and after: who is on its list, in a segment that asks for what it
 * says, or which language and name they have, is decided otherwise than when an edition was submitted or countersigned.
 * Whoever did that had a hand in whom it goes to, and in the next edition that asks for the same.
 */
export const createSourceRepointed =
  (deps: VoidDeps) =>
  (mappings: readonly Filling[], by: Asking): Promise<void> =>
    deps.transactions.within(async () => {
      const filled = new Set(partsFilledBy(mappings));
      await deps.hands.changed([...filled], handOf(by), deps.clock.now());
      for (const campaignId of await openCampaigns(deps, NOT_BEGUN)) {
        const edition = await deps.editions.lockOpen(campaignId);
        if (edition) await stop(deps, edition, filled, by);
      }
    });

const NOT_BEGUN = [...new Set([...statesThatCan('void'), 'freezing' as const])];

async function stop(
  deps: VoidDeps,
  edition: Edition,
  filled: ReadonlySet<string>,
  by: Asking,
): Promise<void> {
  const move = stopBeforeBegin(edition);
  const full = move && (await deps.editions.findFull(edition.id));
  if (!full) return;
  const met = filledParts(full.content).filter(({ name }) => filled.has(name));
  if (met.length === 0) return;
  await deps.hands.record(edition.campaignId, handOf(by), deps.clock.now());
  if (move === 'hold') return hold(deps, edition.id, by);
  const isList = met.some(({ name }) => isListPart(name));
  await voidOpen(deps, { edition, because: isList ? 'list-repointed' : 'source-repointed' }, by);
}

/** Its readers are being collected: some of them would be the old source's, and some the new one's. */
async function hold({ editions, audit, clock, log }: VoidDeps, id: string, by: Asking) {
  const [at, because] = [clock.now(), 'repointed'] as const;
  if (!(await editions.move(id, 'hold', { at, heldBecause: because }))) return;
  const subject = { kind: 'edition', id };
  const act = 'edition.hold';
  await audit.record(told(by, { act, result: 'done', subject, at, detail: { because } }));
  log.warn(LOG_EVENTS.editionMoved, { edition: id, state: 'held', because });
}
