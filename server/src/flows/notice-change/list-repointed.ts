import type { Asking } from '../../domain/access/asking';
import { listsOf } from '../../domain/audience/audience';
import { listPart } from '../../domain/editions/parts';
import { mayBeVoided } from '../../domain/editions/states';
import { handOf, openCampaigns, type VoidDeps, voidOpen } from './void-open';

/**
 * A source of the list is another one: who comes to be on it is decided otherwise than when an edition to it
 * was submitted or countersigned. Whoever did that had a hand in whom it goes to, and in the next edition to it.
 */
export const createListRepointed =
  (deps: VoidDeps) =>
  (listId: string, by: Asking): Promise<void> =>
    deps.transactions.within(async () => {
      const now = deps.clock.now();
      await deps.hands.changed([listPart(listId).name], handOf(by), now);
      for (const campaignId of await openCampaigns(deps)) {
        const edition = await deps.editions.lockOpen(campaignId);
        if (!edition || !mayBeVoided(edition)) continue;
        const full = await deps.editions.findFull(edition.id);
        if (!full || !listsOf(full.content.audience).has(listId)) continue;
        await deps.hands.record(campaignId, handOf(by), now);
        await voidOpen(deps, { edition, because: 'list-repointed' }, by);
      }
    });
