import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import { readStop, STOP_SETTING } from '../../domain/delivery/stop';
import type { Edition } from '../../domain/editions/edition';
import type { EditionMove } from '../../domain/editions/states';
import type { SealCheck } from '../../domain/editions/verify';
import { refuse } from '../../domain/result';
import { LOG_EVENTS } from '../../names';
import type {
  AuditTrail,
  BatchStore,
  Clock,
  DecisionStore,
  DeliveryLedger,
  DeliveryQueue,
  EditionChange,
  EditionStore,
  Log,
  ReportReader,
  SendingThread,
  SettingStore,
  SharedClock,
  Transactions,
  UncertainDeliveries,
} from '../../ports';

export interface ControlDeps {
  readonly editions: EditionStore;
  readonly decisions: DecisionStore;
  readonly batches: Pick<BatchStore, 'findOpen' | 'hasOpen'>;
  readonly ledger: Pick<DeliveryLedger, 'cancelNext'>;
  readonly uncertain: UncertainDeliveries;
  readonly reports: Pick<ReportReader, 'tallies'>;
  readonly queue: Pick<DeliveryQueue, 'add'>;
  /** This process's; the others look each second. */
  readonly sender: Pick<SendingThread, 'stop'>;
  readonly settings: SettingStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly sharedClock: SharedClock;
  readonly log: Log;
  readonly seals: SealCheck;
}

/** `not-countersigned`: what is stored is not what was approved, so it may not go on. */
export type ControlRefusal =
  | 'no-such-edition'
  | 'wrong-state'
  | 'stopped-everything'
  | 'not-countersigned';

export const isStopped = async ({ settings }: Pick<ControlDeps, 'settings'>): Promise<boolean> =>
  readStop(await settings.get(STOP_SETTING)).stopped;

type Detail = Record<string, string | number | null>;

export async function tell(
  { audit, clock }: ControlDeps,
  by: Asking,
  act: Act,
  editionId: string,
  said: { readonly result: string; readonly detail?: Detail },
): Promise<void> {
  const subject = { kind: 'edition', id: editionId };
  await audit.record(told(by, { act, subject, at: clock.now(), ...said }));
}

/** A move and its line in the audit trail, both or neither. */
export async function moveTold(
  deps: ControlDeps,
  editionId: string,
  move: EditionMove,
  by: Asking,
  change: Omit<EditionChange, 'at'> = {},
): Promise<Edition | null> {
  const at = deps.clock.now();
  const moved = await deps.transactions.within(async () => {
    const edition = await deps.editions.move(editionId, move, { at, ...change });
    if (edition) await tell(deps, by, `edition.${move}` as Act, editionId, { result: 'done' });
    return edition;
  });
  if (moved) deps.log.info(LOG_EVENTS.editionMoved, { edition: moved.id, state: moved.state });
  return moved;
}

/** Why a move was not made, told and answered. */
export async function refuseTold(
  deps: ControlDeps,
  editionId: string,
  { by, act, reason }: { by: Asking; act: Act; reason: ControlRefusal },
) {
  const exists = (await deps.editions.find(editionId)) !== null;
  const answer: ControlRefusal = exists ? reason : 'no-such-edition';
  await tell(deps, by, act, editionId, { result: answer });
  return refuse(answer);
}
