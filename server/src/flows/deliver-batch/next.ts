import { LOG_EVENTS } from '../../names';
import type { DueDelivery, OutgoingMessage, Skipped } from '../../ports';
import type { Compose } from './compose';
import { connectionsOf } from './lanes';
import { sharedNow, type Hand, type Pump } from './pump';

/** One delivery with its message. */
export interface Made {
  readonly delivery: DueDelivery;
  readonly message: OutgoingMessage;
}

/** What goes out next, made while the wire is busy with what went before: nobody waits for a seal to open. */
export interface Next {
  readonly made: Made[];
  /** Makes some more, if few are left. */
  make(): Promise<void>;
  /** Nothing more of it goes out now. */
  drop(): void;
}

/**
 * So many times the connections may be made. To sign takes longer than anything else: the cores that do it never
 * run out of work while the others talk.
 */
const AHEAD = 8;

/** @param free what may go out of a batch, as read just now; taken from */
export function createNext(
  pump: Pump,
  hand: Hand,
  { free, compose }: { readonly free: DueDelivery[]; readonly compose: Compose },
): Next {
  const { sender } = pump.deps;
  const connections = connectionsOf(pump);
  const made: Made[] = [];
  const handed: string[] = [];
  return {
    made,
    make: async () => {
      let most = Math.min(2 * connections, AHEAD * connections - made.length);
      while (most > 0 && free.length > 0 && !hand.isOver) {
        const { fit, unfit } = composeAll(pump, free.splice(0, most), compose);
        if (unfit.length > 0) await pump.deps.ledger.skip(hand.claim, unfit, sharedNow(pump));
        made.push(...fit);
        handed.push(...fit.map(({ delivery }) => delivery.id));
        sender.ready(fit.map(({ message }) => message));
        // Once more only where few of them were fit.
        most = connections - made.length;
      }
    },
    drop: () => sender.drop(handed),
  };
}

/** A seal that does not open costs its own reader the message, not everybody behind them. */
function composeAll(
  { deps }: Pump,
  group: readonly DueDelivery[],
  compose: Compose,
): { fit: Made[]; unfit: Skipped[] } {
  const fit: Made[] = [];
  const unfit: Skipped[] = [];
  for (const delivery of group) {
    try {
      fit.push({ delivery, message: compose(delivery) });
    } catch (error) {
      unfit.push({ id: delivery.id, because: 'bad-address' });
      deps.log.error(LOG_EVENTS.bug, error, { delivery: delivery.id });
    }
  }
  return { fit, unfit };
}
