import type { JournalMark } from '../../server/src/domain/delivery/journal';
import type { Outcome, Reply } from '../../server/src/domain/delivery/outcome';
import type {
  NotBegun,
  OutgoingMessage,
  SendingThread,
  SendOrder,
  Settled,
} from '../../server/src/ports';

export const OK: Reply = { stage: 'dot', code: 250, enhanced: '2.0.0', text: 'queued' };
type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

export const accepted: Of<'accepted'> = { kind: 'accepted', reply: OK };
export const noSuchMailbox: Of<'rejected'> = {
  kind: 'rejected',
  because: 'no-such-mailbox',
  reply: { stage: 'rcpt', code: 550, enhanced: '5.1.1', text: '‹address› unknown' },
};
export const mailboxFull: Of<'rejected'> = {
  kind: 'rejected',
  because: 'mailbox-full',
  reply: { stage: 'rcpt', code: 552, enhanced: '5.2.2', text: 'mailbox full' },
};
export const later: Of<'deferred'> = {
  kind: 'deferred',
  reply: { stage: 'rcpt', code: 451, enhanced: '4.7.1', text: 'greylisted' },
};
export const trouble: Of<'trouble'> = { kind: 'trouble', because: 'unreachable', reply: null };
export const notBegun = (because: NotBegun['because']): NotBegun => ({
  kind: 'not-begun',
  because,
});

type Answer = Outcome | NotBegun;

export interface FakeSender extends SendingThread {
  /** Every message whose final dot was written, in order. */
  readonly onWire: OutgoingMessage[];
  /** The last word of its journal on each delivery. */
  readonly marks: Map<string, JournalMark>;
  readonly prepared: Set<string>;
  /** From now on nothing is answered until `answerAll`. */
  hold(): void;
  answerAll(): Promise<void>;
  /** Messages that were handed over and not answered. */
  waiting(): number;
  /** Resolves when so many are waiting. */
  untilWaiting(count: number): Promise<void>;
  /** The process dies: nothing is answered any more. */
  die(): void;
}

/** A sending thread without a thread or a wire: says what it is told to, and remembers. */
export function createFakeSender(
  answer: (message: OutgoingMessage, tries: number) => Answer = () => accepted,
  owner = 'process-1',
): FakeSender {
  const marks = new Map<string, JournalMark>();
  const onWire: OutgoingMessage[] = [];
  const prepared = new Set<string>();
  const tries = new Map<string, number>();
  const held: { order: SendOrder; message: OutgoingMessage; report: (settled: Settled) => void }[] =
    [];
  const watchers: (() => void)[] = [];
  let isHolding = false;
  let isDead = false;

  const outcomeOf = (message: OutgoingMessage): Settled => {
    const { deliveryId } = message;
    const count = (tries.get(deliveryId) ?? 0) + 1;
    tries.set(deliveryId, count);
    const outcome = answer(message, count);
    if (outcome.kind === 'accepted' || outcome.kind === 'uncertain') onWire.push(message);
    if (outcome.kind !== 'not-begun' && outcome.kind !== 'skipped') marks.set(deliveryId, outcome);
    return { deliveryId, outcome };
  };

  const report = async (order: SendOrder, settled: readonly Settled[]): Promise<void> => {
    if (isDead) return new Promise(() => undefined);
    await order.onOutcomes(settled);
  };

  return {
    owner,
    onWire,
    marks,
    prepared,
    prepare: (key) => void prepared.add(key),
    forget: (key) => void prepared.delete(key),
    ready: () => undefined,
    drop: () => undefined,
    send: async (order) => {
      if (isDead) return new Promise(() => undefined);
      if (!isHolding) return report(order, order.messages.map(outcomeOf));
      const reports = order.messages.map(
        (message) =>
          new Promise<void>((resolve, reject) => {
            const done = (settled: Settled) => void report(order, [settled]).then(resolve, reject);
            held.push({ order, message, report: done });
          }),
      );
      for (const watcher of watchers.splice(0)) watcher();
      await Promise.all(reports);
    },
    stop: (keys) => {
      for (const each of held.splice(0)) {
        const { deliveryId, editionKey } = each.message;
        if (keys && !keys.includes(editionKey)) held.push(each);
        else each.report({ deliveryId, outcome: notBegun('stopped') });
      }
    },
    hold: () => void (isHolding = true),
    answerAll: async () => {
      isHolding = false;
      for (const each of held.splice(0)) each.report(outcomeOf(each.message));
    },
    waiting: () => held.length,
    untilWaiting: async (count) => {
      while (held.length < count) await new Promise<void>((resolve) => watchers.push(resolve));
    },
    die: () => {
      isDead = true;
      held.splice(0);
    },
    test: async () => ({ ok: true, value: { encrypted: false, authenticated: false } }),
    close: async () => undefined,
  };
}
