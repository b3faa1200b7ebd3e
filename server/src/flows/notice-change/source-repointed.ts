import type { Asking } from '../../domain/access/asking';
import type { Edition } from '../../domain/editions/edition';
import { type Filling, filledParts, isListPart, partsFilledBy } from '../../domain/editions/filled';
import { mayBeVoided } from '../../domain/editions/states';
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
      for (const campaignId of await openCampaigns(deps)) {
        const edition = await deps.editions.lockOpen(campaignId);
        if (edition) await stop(deps, edition, filled, by);
      }
    });

async function stop(
  deps: VoidDeps,
  edition: Edition,
  filled: ReadonlySet<string>,
  by: Asking,
): Promise<void> {
  const full = mayBeVoided(edition) && (await deps.editions.findFull(edition.id));
  if (!full) return;
  const met = filledParts(full.content).filter(({ name }) => filled.has(name));
  if (met.length === 0) return;
  await deps.hands.record(edition.campaignId, handOf(by), deps.clock.now());
  const isList = met.some(({ name }) => isListPart(name));
  await voidOpen(deps, { edition, because: isList ? 'list-repointed' : 'source-repointed' }, by);
}
