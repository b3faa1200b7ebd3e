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
      // More than once only where none of them was fit.
      while (made.length < connections && free.length > 0 && !hand.isOver) {
        const more = free.splice(0, 2 * connections - made.length);
        const fit = await composeAll(pump, hand, more, compose);
        made.push(...fit);
        handed.push(...fit.map(({ delivery }) => delivery.id));
        sender.ready(fit.map(({ message }) => message));
      }
    },
    drop: () => sender.drop(handed),
  };
}

/** A seal that does not open costs its own reader the message, not everybody behind them. */
async function composeAll(
  pump: Pump,
  { claim }: Hand,
  group: readonly DueDelivery[],
  compose: Compose,
): Promise<Made[]> {
  const { deps } = pump;
  const made: Made[] = [];
  const unfit: Skipped[] = [];
  for (const delivery of group) {
    try {
      made.push({ delivery, message: compose(delivery) });
    } catch (error) {
      unfit.push({ id: delivery.id, because: 'bad-address' });
      deps.log.error(LOG_EVENTS.bug, error, { delivery: delivery.id });
    }
  }
  if (unfit.length > 0) await deps.ledger.skip(claim, unfit, sharedNow(pump));
  return made;
}
