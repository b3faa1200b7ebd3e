import type { Asking } from '../../domain/access/asking';
import { THE_HOUSE, told, type Act } from '../../domain/audit/entry';
import type { Edition, HeldReason } from '../../domain/editions/edition';
import type { EditionMove } from '../../domain/editions/states';
import { LOG_EVENTS } from '../../names';
import type { EditionChange } from '../../ports';
import type { StartDeps } from './deps';

/**
 * `held`: something does not add up; the edition's `heldBecause` says what. `too-late`: the same, since
 * its time has passed. `somebody-was-first`: another start is under way, or was.
 */
export type StartRefusal =
  | 'no-such-edition'
  | 'wrong-state'
  | 'stopped-everything'
  | 'too-early'
  | 'too-late'
  | 'held'
  | 'somebody-was-first';

export async function tell(
  { audit, clock }: StartDeps,
  by: Asking,
  act: Act,
  editionId: string,
  said: { readonly result: string; readonly detail?: Record<string, string | number | null> },
): Promise<void> {
  const subject = { kind: 'edition', id: editionId };
  await audit.record(told(by, { act, subject, at: clock.now(), ...said }));
}

type Detail = Record<string, string | number | null>;

/** A move and its line in the audit trail, both or neither. */
export async function moveTold(
  deps: StartDeps,
  editionId: string,
  move: EditionMove,
  { by = THE_HOUSE, act, detail, ...change }: Telling,
): Promise<Edition | null> {
  const at = deps.clock.now();
  const moved = await deps.transactions.within(async () => {
    const edition = await deps.editions.move(editionId, move, { at, ...change });
    if (edition) await tell(deps, by, act, editionId, { result: 'done', detail });
    return edition;
  });
  if (moved) {
    const { id, state, heldBecause: because } = moved;
    deps.log.info(LOG_EVENTS.editionMoved, { edition: id, state, ...(because ? { because } : {}) });
  }
  return moved;
}

interface Telling extends Omit<EditionChange, 'at'> {
  readonly by?: Asking;
  readonly act: Act;
  readonly detail?: Detail;
}

export const hold = (
  deps: StartDeps,
  editionId: string,
  heldBecause: HeldReason,
  detail: Detail = {},
): Promise<Edition | null> =>
  moveTold(deps, editionId, 'hold', {
    act: 'edition.hold',
    heldBecause,
    detail: { because: heldBecause, ...detail },
  });
