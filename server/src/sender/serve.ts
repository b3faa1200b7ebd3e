import type { JournalledOutcome } from '../domain/delivery/journal';
import type { Outcome, WrittenDot } from '../domain/delivery/outcome';
import type { NotBegun, Settled } from '../ports/sending';
import type { Deadline } from '../ports/sending-protocol';
import type { Draft } from './composer';
import type { Gate } from './body';
import type { Envelope } from './envelope';
import type { Delivered, Session } from './session';
import type { Journal } from './journal';
import type { WireText } from './wire-text';

export type Because = NotBegun['because'];

/** One message on its way through the thread. */
export interface Task extends Draft {
  readonly order: number;
  readonly deadline: Deadline;
  /** When it came to the thread, in ms of the monotonic clock. */
  readonly since: number;
  /** Set once somebody wants it back. */
  takenBack: Because | null;
  /** Set when its final dot is about to be written. */
  dot?: WrittenDot;
}

export interface Tools {
  /** Rejects if the message cannot be made: a bug. */
  compose(draft: Draft): Promise<WireText>;
  isLate(deadline: Deadline): boolean;
  readonly journal: Journal;
  /** ms since 1970. */
  now(): number;
  /** ms in which this process was there to listen; see `livedTime`. */
  lived(): number;
  readonly transport: string;
}

/** Whose envelope may go out behind a message's dot; see `Session.deliver`. */
export type Following = () => Envelope | null;

export type Served =
  | { readonly kind: 'settled'; readonly outcome: Settled['outcome']; readonly bug?: unknown }
  | { readonly kind: 'lost-unused' };

/**
 * A space or a bracket, and an address would be two, or a parameter of the command. ASCII only: we
 * do not ask relays for SMTPUTF8.
 */
const ONE_ADDRESS = /^[!-;=?-~]+@[!-;=?-~]+$/;

/** Whether it could go out now. */
export const mayGo = (task: Task, tools: Tools): boolean =>
  !isOver(task, tools) && ONE_ADDRESS.test(task.message.to);

/** One message over one connection: composed, sent, journalled. Never rejects. */
export async function serve(
  connection: Pick<Session, 'deliver'>,
  task: Task,
  tools: Tools,
  following: Following,
): Promise<Served> {
  const { to, envelopeFrom: from } = task.message;
  if (isOver(task, tools)) return notBegun(task.takenBack ?? 'late');
  if (!ONE_ADDRESS.test(to)) return settled({ kind: 'skipped', because: 'bad-address' });
  let delivered: Delivered;
  const begunAt = tools.lived();
  try {
    if (!ONE_ADDRESS.test(from)) throw new TypeError('the return-path is not one address');
    const text = await tools.compose(task);
    // Signing takes its time, in which it may have been taken back.
    if (isOver(task, tools)) return notBegun(task.takenBack ?? 'late');
    delivered = await connection.deliver({ from, to, text }, gateOf(task, tools, following));
  } catch (bug) {
    return { kind: 'settled', outcome: { kind: 'not-begun', because: 'unfit' }, bug };
  }
  return conclude(delivered, { task, tools, hadMs: tools.lived() - begunAt });
}

const isOver = (task: Task, { isLate }: Tools): boolean =>
  task.takenBack !== null || isLate(task.deadline);

const gateOf = (
  task: Task,
  { isLate, journal, now, transport }: Tools,
  following: Following,
): Gate => ({
  mayBegin: () => task.takenBack === null && !isLate(task.deadline),
  mayFinish: () => !isLate(task.deadline),
  beforeDot: (done) => {
    task.dot = { at: now(), transport };
    journal.dot(task.order, task.message.deliveryId, task.dot, done);
  },
  following,
});

/** Most of what a lease gives. A relay that takes longer over one message would keep its reader for ever. */
const SLOW_MS = 15_000;

interface Ended {
  readonly task: Task;
  readonly tools: Tools;
  /** How long it took: all but a little of that was the relay's. */
  readonly hadMs: number;
}

function conclude(delivered: Delivered, { task, tools: { journal }, hadMs }: Ended): Served {
  if (delivered.kind === 'lost-unused') return delivered;
  if (delivered.kind === 'abandoned') {
    if (delivered.error) return notBegun('no-journal');
    const because = task.takenBack ?? 'late';
    // As if the line had been lost: without its dot nothing was accepted, and it counts as a try.
    const isSlow = because === 'late' && hadMs >= SLOW_MS;
    return isSlow ? settled({ kind: 'deferred', reply: null }) : notBegun(because);
  }
  const { progress } = delivered;
  const outcome = withDot(delivered.outcome, task);
  if (progress === 'dotted' && isJournalled(outcome))
    journal.reply(task.order, task.message.deliveryId, outcome);
  return settled(outcome);
}

const withDot = (outcome: Outcome, { dot }: Task): Outcome =>
  outcome.kind === 'uncertain' && dot ? { ...outcome, dot } : outcome;

const isJournalled = (outcome: Outcome): outcome is JournalledOutcome => outcome.kind !== 'skipped';

const settled = (outcome: Settled['outcome']): Served => ({ kind: 'settled', outcome });
const notBegun = (because: Because): Served => settled({ kind: 'not-begun', because });
