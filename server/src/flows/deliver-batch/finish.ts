import { THE_HOUSE, told } from '../../domain/audit/entry';
import { LOG_EVENTS } from '../../names';
import type { DeliverDeps } from './deps';

/** sending → sent, when no batch has anything left to do. */
export async function finishIfDone(deps: DeliverDeps, editionId: string): Promise<void> {
  if (await deps.batches.hasOpen(editionId)) return;
  const at = deps.clock.now();
  const subject = { kind: 'edition', id: editionId };
  const sent = await deps.transactions.within(async () => {
    // Somebody may have opened a batch of it since, who holds the edition, too, while they do.
    await deps.editions.lock(editionId);
    if (await deps.batches.hasOpen(editionId)) return null;
    const moved = await deps.editions.move(editionId, 'finish', { at, finishedAt: at });
    const entry = told(THE_HOUSE, { act: 'edition.finish', result: 'done', subject, at });
    if (moved) await deps.audit.record(entry);
    return moved;
  });
  if (sent) deps.log.info(LOG_EVENTS.editionMoved, { edition: editionId, state: sent.state });
}
