import { scrubAddresses } from '../domain/delivery/scrub';
import { ok, refuse } from '../domain/result';
import type { Settled, TransportSettings } from '../ports/sending';
import type { ThreadReport, ThreadRequest, ThreadSettings } from '../ports/sending-protocol';
import { Composer } from './composer';
import { openConnection } from './connection';
import { createStamp } from './dkim';
import { isLate, msUntil } from './fence';
import { Journal } from './journal';
import { startLivedTime } from './lived';
import { Pool } from './pool';
import { createReports, type Need, type Reports } from './reports';
import type { Task } from './serve';

type Send = Extract<ThreadRequest, { kind: 'send' }>;

/** Everything the thread does, without the thread: requests in, reports out through `post`. */
export class Sender {
  private readonly pools = new Map<string, Pool>();
  /** Messages of each order that are still out, and the timer that calls them back. */
  private readonly orders = new Map<number, { left: number; timer: NodeJS.Timeout }>();
  private readonly composer: Composer;
  private readonly journal: Journal;
  private readonly reports: Reports;
  private readonly lived = startLivedTime();

  constructor(
    private readonly settings: ThreadSettings,
    private readonly post: (report: ThreadReport) => void,
  ) {
    this.composer = new Composer(createStamp(settings.dkim, Date.now));
    this.journal = new Journal(settings.journal);
    this.reports = createReports(post, {
      need: () => neediest([...this.pools.values()]),
      enough: () => leastOf([...this.pools.values()]),
    });
  }

  async take(request: ThreadRequest): Promise<void> {
    switch (request.kind) {
      case 'prepare':
        return this.composer.prepare(request.editionKey, request.mime);
      case 'forget':
        return this.composer.forget(request.editionKey);
      case 'ready':
        return this.composer.ready(request.messages);
      case 'drop':
        return this.composer.drop(request.deliveryIds);
      case 'send':
        return this.send(request);
      case 'stop':
        return this.stop(request.editionKeys);
      case 'settled':
        return this.settled(request.orders);
      case 'test':
        return this.test(request);
      case 'close':
        return this.close();
    }
  }

  private send({ order, transportId, messages, deadline, enough, settled, ready }: Send): void {
    this.settled(settled);
    const pool = this.poolOf(transportId);
    const callBack = (): void => pool.takeBack((task) => task.order === order, 'late');
    const timer = setTimeout(callBack, Math.max(msUntil(deadline), 0));
    this.orders.set(order, { left: messages.length, timer });
    const since = performance.now();
    pool.add(
      messages.map((message) => ({
        ...{ order, deadline, since, takenBack: null },
        ...this.composer.draftOf(message),
      })),
      enough,
    );
    // Behind what can go out at once.
    this.composer.ready(ready);
  }

  private settled(orders: readonly number[]): void {
    for (const order of orders) this.journal.settled(order);
  }

  private stop(editionKeys: readonly string[] | null): void {
    const isMeant = ({ message }: Task): boolean =>
      editionKeys?.includes(message.editionKey) ?? true;
    for (const pool of this.pools.values()) pool.takeBack(isMeant, 'stopped');
  }

  private async test({
    test,
    transportId,
  }: Extract<ThreadRequest, { kind: 'test' }>): Promise<void> {
    const opened = await openConnection(this.transportOf(transportId));
    if (opened.ok) opened.connection.quit();
    const result = opened.ok ? ok(opened.connection.report) : refuse(opened.trouble.because);
    this.post({ kind: 'tested', test, result });
  }

  /** When the house has heard of everything: nothing is in hand any more. */
  private async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
    this.journal.close();
  }

  private poolOf(transportId: string): Pool {
    const known = this.pools.get(transportId);
    if (known) return known;
    const transport = this.transportOf(transportId);
    const pool = new Pool(transport, {
      open: () => openConnection(transport),
      compose: (draft) => this.composer.compose(draft),
      isLate,
      now: Date.now,
      lived: this.lived,
      transport: transportId,
      journal: this.journal,
      report: (task, outcome, bug) => this.report(task, outcome, bug),
    });
    this.pools.set(transportId, pool);
    return pool;
  }

  private report({ order, message }: Task, outcome: Settled['outcome'], bug?: unknown): void {
    const words = bug === undefined ? undefined : scrubAddresses(String(bug));
    this.reports.add(order, { deliveryId: message.deliveryId, outcome }, words);
    const out = this.orders.get(order);
    if (!out) return;
    out.left -= 1;
    if (out.left > 0) return;
    clearTimeout(out.timer);
    this.orders.delete(order);
  }

  private transportOf(id: string): TransportSettings {
    const transport = this.settings.transports.find((candidate) => candidate.id === id);
    if (!transport) throw new RangeError(`there is no transport "${id}"`);
    return transport;
  }
}

const neediest = (pools: readonly Pool[]): Need =>
  pools.reduce<Need>((most, { need }) => (need > most ? need : most), 0);

/** Of those at work: what a letter by itself once asked of another is long over. */
function leastOf(pools: readonly Pool[]): number {
  const atWork = pools.filter(({ need }) => need < 2);
  const asked = atWork.length > 0 ? atWork : pools;
  return Math.min(...asked.map(({ enough }) => enough));
}
