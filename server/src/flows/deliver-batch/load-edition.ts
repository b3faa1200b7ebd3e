import { THE_HOUSE, told } from '../../domain/audit/entry';
import { editionKey, editionKeys } from '../../domain/delivery/edition-key';
import type { FullEdition, HeldReason } from '../../domain/editions/edition';
import { verifyCountersigned } from '../../domain/editions/verify';
import { LOG_EVENTS } from '../../names';
import type { DeliverDeps } from './deps';
import type { Pump } from './pump';

/**
 * The edition of a batch, its messages in the sending thread. Read and verified anew for each batch:
 * null if what is stored is not what people approved, and then it is held (P3).
 */
export async function loadEdition(pump: Pump, editionId: string): Promise<FullEdition | null> {
  const { deps, prepared } = pump;
  const edition = await deps.editions.findFull(editionId);
  if (!edition) throw new Error(`no edition ${editionId}: editions are never deleted`);
  const signed = verifyCountersigned(edition, await deps.decisions.of(editionId), deps.seals);
  if (!signed.ok) {
    await hold(deps, editionId, signed.reason);
    return null;
  }
  for (const [locale, { mime }] of Object.entries(edition.content.messages)) {
    deps.sender.prepare(editionKey(editionId, locale), mime);
  }
  prepared.set(editionId, editionKeys(editionId, edition.content));
  return edition;
}

async function hold(deps: DeliverDeps, editionId: string, because: HeldReason): Promise<void> {
  const at = deps.clock.now();
  const subject = { kind: 'edition', id: editionId };
  const entry = told(THE_HOUSE, {
    ...{ act: 'edition.hold', result: 'done', subject, at },
    detail: { because },
  });
  await deps.transactions.within(async () => {
    const held = await deps.editions.move(editionId, 'hold', { at, heldBecause: because });
    if (held) await deps.audit.record(entry);
  });
  deps.log.warn(LOG_EVENTS.editionMoved, { edition: editionId, state: 'held', because });
}
