import { mkdirSync } from 'node:fs';
import type { TroubleReason } from '../../domain/delivery/outcome';
import type { DkimKey } from '../../domain/messages/dkim/key';
import type { MimePiece } from '../../domain/messages/message';
import type { Result } from '../../domain/result';
import { LOG_EVENTS } from '../../names';
import type {
  Log,
  NotBegun,
  OutgoingMessage,
  SendingThread,
  SendOrder,
  Settled,
  TransportReport,
  TransportSettings,
} from '../../ports';
import type { ThreadReport } from '../../ports/sending-protocol';
import { deadlineAt } from './deadline';
import { lastWordsOf, NO_WORDS, removeFiles, writeMarker, type LastWords } from './journals';
import { Order } from './order';
import { identityWords, ownIdentity } from './process-identity';
import { Readied } from './readied';
import { RunningThread, within } from './running-thread';

export interface SendingThreadOptions {
  /** Of the built sender: what `strapi-plugin-countersign/sender` resolves to. */
  readonly workerPath: string;
  readonly transports: readonly TransportSettings[];
  /** None: messages go out unsigned. */
  readonly dkim?: readonly DkimKey[];
  /** Made if it is missing. */
  readonly journalDirectory: string;
  /** The lease owner of this process: letters, digits, hyphens; never used before. */
  readonly owner: string;
  readonly log: Log;
}

type Tested = Result<TransportReport, TroubleReason>;

export function createSendingThread(options: SendingThreadOptions): SendingThread {
  mkdirSync(options.journalDirectory, { recursive: true });
  return new WorkerThread(options);
}

class WorkerThread implements SendingThread {
  readonly owner: string;
  private readonly compiled = new Map<string, readonly MimePiece[]>();
  private readonly orders = new Map<number, Order>();
  private readonly readied = new Readied();
  private readonly tests = new Map<number, (result: Tested) => void>();
  private thread: RunningThread | null = null;
  /** Orders the ledger holds and the thread has not heard of. */
  private readonly settled: number[] = [];
  private lives = 0;
  private asked = 0;
  private isClosing = false;
  /** A report was not taken: the journals are all that is known of it. */
  private isOwed = false;

  constructor(private readonly options: SendingThreadOptions) {
    this.owner = options.owner;
  }

  prepare(editionKey: string, mime: readonly MimePiece[]): void {
    if (this.compiled.has(editionKey)) return;
    this.compiled.set(editionKey, mime);
    this.thread?.post({ kind: 'prepare', editionKey, mime });
  }

  forget(editionKey: string): void {
    if (this.compiled.delete(editionKey)) this.thread?.post({ kind: 'forget', editionKey });
  }

  ready(messages: readonly OutgoingMessage[]): void {
    // What is not signed is quickly made: it goes with its order, and both threads wake for it once.
    if (!this.options.dkim?.length) return;
    if (this.isClosing || messages.length === 0) return;
    this.thread ??= this.start();
    this.readied.add(messages);
    this.rest();
  }

  drop(deliveryIds: readonly string[]): void {
    const dropped = this.readied.drop(deliveryIds);
    if (dropped.length > 0) this.thread?.post({ kind: 'drop', deliveryIds: dropped });
  }

  async send(sendOrder: SendOrder): Promise<void> {
    const { transportId, messages, beginBefore, enough } = sendOrder;
    this.checkTransport(transportId);
    const order = new Order(sendOrder);
    if (this.isClosing) order.report(notBegun(order, 'stopped'));
    if (order.stillOut().length === 0) return order.taken();
    const number = this.follow(order);
    const deadline = deadlineAt(beginBefore);
    const settled = this.settled.splice(0);
    const thread = this.running();
    const named = messages.map((message) => this.readied.nameOf(message));
    const ready = this.readied.takeFresh();
    const about = { order: number, transportId, deadline, enough, settled, ready };
    thread.post({ kind: 'send', ...about, messages: named });
    await this.finish(number, order);
  }

  stop(editionKeys?: readonly string[]): void {
    this.thread?.post({ kind: 'stop', editionKeys: editionKeys ?? null });
  }

  test(transportId: string): Promise<Tested> {
    this.checkTransport(transportId);
    this.asked += 1;
    const test = this.asked;
    return new Promise((resolve) => {
      this.tests.set(test, resolve);
      this.running().post({ kind: 'test', test, transportId });
    });
  }

  async close(graceMs: number): Promise<void> {
    this.isClosing = true;
    const { thread } = this;
    if (!thread) return;
    this.stop();
    const orders = [...this.orders.values()].map((order) => order.taken());
    const isDone = await within(graceMs, Promise.allSettled(orders));
    await (isDone ? thread.close() : thread.terminate());
  }

  private follow(order: Order): number {
    this.asked += 1;
    this.orders.set(this.asked, order);
    return this.asked;
  }

  private async finish(number: number, order: Order): Promise<void> {
    try {
      await order.taken();
      this.settled.push(number);
    } catch (error) {
      this.isOwed = true;
      throw error;
    } finally {
      this.orders.delete(number);
      this.rest();
    }
    if (order.bug) throw order.bug;
  }

  private running(): RunningThread {
    this.thread ??= this.start();
    this.thread.keepsProcess(true);
    return this.thread;
  }

  private rest(): void {
    if (this.orders.size === 0) {
      this.tellSettled();
      this.tellReady();
    }
    this.thread?.keepsProcess(this.orders.size + this.tests.size > 0);
  }

  private tellSettled(): void {
    const orders = this.settled.splice(0);
    if (orders.length > 0) this.thread?.post({ kind: 'settled', orders });
  }

  /** While the thread is busy the next order takes them along. */
  private tellReady(): void {
    const messages = this.readied.takeFresh();
    if (messages.length > 0) this.thread?.post({ kind: 'ready', messages });
  }

  private start(): RunningThread {
    this.lives += 1;
    const { workerPath, transports, dkim = [], owner, log } = this.options;
    const directory = this.options.journalDirectory;
    const prefix = `${owner}.${this.lives}`;
    this.orLog(() => writeMarker(directory, prefix));
    const writer = identityWords(ownIdentity());
    const settings = { transports, dkim, journal: { directory, prefix, writer } };
    const thread = new RunningThread(workerPath, settings, {
      onReport: (report) => this.take(report),
      onCrash: (error) => log.error(LOG_EVENTS.bug, error, { where: 'sending-thread' }),
      onExit: () => this.mourn(prefix),
    });
    for (const [editionKey, mime] of this.compiled)
      thread.post({ kind: 'prepare', editionKey, mime });
    return thread;
  }

  private take(report: ThreadReport): void {
    if (report.kind === 'outcomes') {
      for (const { order, settled, bug } of report.groups)
        this.orders.get(order)?.report(settled, bug);
      return;
    }
    this.tests.get(report.test)?.(report.result);
    this.tests.delete(report.test);
    this.rest();
  }

  /** The thread is gone: its journal says what became of the messages it had. */
  private mourn(prefix: string): void {
    this.thread = null;
    this.readied.clear();
    for (const answer of this.tests.values()) answer({ ok: false, reason: 'protocol' });
    this.tests.clear();
    const words = this.lastWords(prefix);
    const bereft = [...this.orders.values()];
    for (const order of bereft) order.report(words.settle(order.stillOut()));
    void Promise.allSettled(bereft.map((order) => order.taken())).then((taken) => {
      if (this.isOwed || taken.some(({ status }) => status === 'rejected')) return;
      this.orLog(() => removeFiles(words.files));
    });
  }

  private lastWords(prefix: string): LastWords {
    return this.orLog(() => lastWordsOf(this.options.journalDirectory, prefix)) ?? NO_WORDS;
  }

  /** A disk in trouble is no end of Strapi. */
  private orLog<T>(act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.options.log.error(LOG_EVENTS.bug, error, { where: 'journal' });
      return null;
    }
  }

  private checkTransport(id: string): void {
    const isKnown = this.options.transports.some((transport) => transport.id === id);
    if (!isKnown) throw new RangeError(`there is no transport "${id}"`);
  }
}

const notBegun = (order: Order, because: NotBegun['because']): Settled[] =>
  order.stillOut().map((deliveryId) => ({ deliveryId, outcome: { kind: 'not-begun', because } }));
