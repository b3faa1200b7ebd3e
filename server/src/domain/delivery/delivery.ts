import type {
  CLOSED,
  DeliveryState,
  Outcome,
  RejectReason,
  Reply,
  SkipReason,
  Stage,
  TroubleReason,
  WrittenDot,
} from './outcome';
import { isGreylisting } from './replies';
import { gaveUp, secondsUntilRetry } from './retry';

/** One edition to one subscriber. Times in ms since 1970. */
export interface Delivery {
  readonly id: string;
  readonly editionId: string;
  readonly batchId: string;
  readonly subscriberId: string;
  /** Which of the edition's messages this reader gets. */
  readonly locale: string;
  readonly state: DeliveryState;
  /** Tries that reached the relay and were answered, or lost, there. */
  readonly attempt: number;
  readonly firstTriedAt: number | null;
  /** Not before; null is at once. */
  readonly dueAt: number | null;
  readonly settledAt: number | null;
  readonly because: SkipReason | RejectReason | TroubleReason | typeof CLOSED | null;
  /** The last answer, its text scrubbed. */
  readonly reply: Reply | null;
  /** Of an *uncertain* one, as far as anybody knows. */
  readonly dot?: WrittenDot;
}

/** What an outcome changes in a delivery. */
export type DeliveryChange = Pick<
  Delivery,
  'state' | 'attempt' | 'firstTriedAt' | 'dueAt' | 'settledAt' | 'because' | 'reply' | 'dot'
>;

/**
 * The delivery after one try. Deferred comes back when it is due, until 72 h after the first try, then
 * it is *rejected, gave up*. Trouble of the transport leaves it pending and costs it no try, unless the
 * relay knew the reader already.
 *
 * @param random a number in [0, 1)
 */
export function afterOutcome(
  before: Pick<Delivery, 'attempt' | 'firstTriedAt'>,
  outcome: Outcome,
  { now, random }: { now: number; random: number },
): DeliveryChange {
  const reply = 'reply' in outcome ? outcome.reply : null;
  if (outcome.kind === 'trouble' && !namedTheReader(outcome)) {
    const { attempt, firstTriedAt } = before;
    const because = outcome.because;
    return {
      state: 'pending',
      attempt,
      firstTriedAt,
      dueAt: null,
      settledAt: null,
      because,
      reply,
    };
  }
  const attempt = before.attempt + 1;
  const firstTriedAt = before.firstTriedAt ?? now;
  const tried = { attempt, firstTriedAt, reply, dueAt: null, settledAt: now };
  if (outcome.kind !== 'deferred' && outcome.kind !== 'trouble') {
    return {
      ...tried,
      state: outcome.kind,
      because: 'because' in outcome ? outcome.because : null,
      ...('dot' in outcome ? { dot: outcome.dot } : {}),
    };
  }
  if (gaveUp(firstTriedAt, now)) return { ...tried, state: 'rejected', because: 'gave-up' };
  const greylisted = reply !== null && isGreylisting(reply);
  const dueAt = now + secondsUntilRetry(attempt, random, { greylisted }) * 1000;
  const because = outcome.kind === 'trouble' ? outcome.because : null;
  return { ...tried, state: 'deferred', because, dueAt, settledAt: null };
}

const AFTER_THE_READER: readonly Stage[] = ['rcpt', 'data', 'dot'];

/**
 * The relay refused us when it knew for whom. Tried again at once, one reader whose address it always
 * refuses this way would stop everybody behind them; so this one comes back later, like a deferral.
 */
export const namedTheReader = ({ reply }: Extract<Outcome, { kind: 'trouble' }>): boolean =>
  reply !== null && AFTER_THE_READER.includes(reply.stage);
