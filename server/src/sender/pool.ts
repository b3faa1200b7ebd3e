import type { Settled, TransportSettings } from '../ports/sending';
import type { Opened } from './connection';
import type { Envelope } from './envelope';
import type { Need } from './reports';
import { mayGo, serve, type Because, type Task, type Tools } from './serve';
import type { Session } from './session';

const IDLE_MS = 30_000;
/** How long to make do with fewer connections after the relay refused one more. */
const NARROW_MS = 60_000;
/** How long a message waits for one of the connections at work before one more is used. */
const PATIENCE_MS = 3;

export interface PoolTools extends Tools {
  open(): Promise<Opened>;
  report(task: Task, outcome: Settled['outcome'], bug?: unknown): void;
}

/**
 * A transport's connections, and the messages that wait for one. First come, first served.
 *
 * Half of the connections are used at once, the others when a message has waited: a relay that answers in
 * less than that takes more through a few, since what waits goes behind the dot of the one before.
 */
export class Pool {
  enough = 1;
  private waiting: Task[] = [];
  private idle: Session[] = [];
  private readonly busy = new Map<Session, Task>();
  /** Whose envelope is out already, behind the message before. */
  private readonly early = new Map<Session, Task>();
  private opening = 0;
  /** Messages being served; a connection between two of them is busy and has none. */
  private inHand = 0;
  private limit: number;
  private idleTimer: NodeJS.Timeout | undefined;
  private patience: NodeJS.Timeout | undefined;
  private whenQuiet: (() => void) | undefined;

  constructor(
    private readonly transport: TransportSettings,
    private readonly tools: PoolTools,
  ) {
    this.limit = transport.connections;
  }

  /** How much it wants more to send: 0 while each connection has its next message, 2 with nothing in hand. */
  get need(): Need {
    if (this.waiting.length + this.early.size > 0) return 0;
    return this.inHand > 0 ? 1 : 2;
  }

  /** @param enough so many outcomes are worth a report from now on, whatever it wants */
  add(tasks: readonly Task[], enough: number): void {
    this.enough = enough;
    this.waiting.push(...tasks);
    this.pump();
  }

  /**
   * Reports as not begun what waits, and cuts off what has its envelope out but not its text; what is
   * late also in the middle of it, since it may not finish.
   */
  takeBack(which: (task: Task) => boolean, because: Because): void {
    const taken = this.waiting.filter(which);
    this.waiting = this.waiting.filter((task) => !which(task));
    for (const task of taken) this.tools.report(task, { kind: 'not-begun', because });
    for (const [connection, task] of this.early) {
      if (!which(task)) continue;
      this.early.delete(connection);
      connection.forsake();
      this.tools.report(task, { kind: 'not-begun', because });
    }
    for (const [connection, task] of this.busy) {
      if (!which(task)) continue;
      task.takenBack = because;
      connection.abandon(because === 'late' ? 'begun' : 'waiting');
    }
  }

  /** Resolves when nothing is in hand any more and the relay was told good-bye. Take back first. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.whenQuiet = resolve;
      this.tellIfQuiet();
    });
  }

  private pump(): void {
    while (this.hasOneMore() && this.mayUseOneMore()) {
      const connection = this.idle.pop();
      if (!connection) void this.open();
      else if (connection.isAlive()) void this.work(connection);
    }
  }

  /** For what waits: a connection that is open, or could be. */
  private hasOneMore(): boolean {
    const { length } = this.waiting;
    if (this.idle.length > 0) return length > 0;
    return length > this.opening && this.busy.size + this.opening < this.limit;
  }

  private mayUseOneMore(): boolean {
    const used = this.busy.size + (this.idle.length > 0 ? 0 : this.opening);
    return used < this.transport.connections / 2 || this.isImpatient();
  }

  private isImpatient(): boolean {
    const [first] = this.waiting;
    if (first && performance.now() - first.since >= PATIENCE_MS) return true;
    this.patience ??= setTimeout(() => {
      this.patience = undefined;
      this.pump();
    }, PATIENCE_MS);
    return false;
  }

  private async open(): Promise<void> {
    this.opening += 1;
    const opened = await this.tools.open();
    this.opening -= 1;
    if (opened.ok) return this.work(opened.connection);
    this.idle = this.idle.filter((one) => one.isAlive());
    if (this.busy.size + this.idle.length > 0) this.narrow();
    else if (this.opening === 0) this.giveUp(opened.trouble);
    this.tellIfQuiet();
  }

  /** The relay wants fewer connections than we were told: no trouble while there are others. */
  private narrow(): void {
    this.limit = this.busy.size + this.idle.length;
    setTimeout(() => {
      this.limit = this.transport.connections;
    }, NARROW_MS).unref();
    this.pump();
  }

  private giveUp(trouble: Settled['outcome']): void {
    for (const task of this.waiting.splice(0)) this.tools.report(task, trouble);
  }

  private async work(connection: Session): Promise<void> {
    for (let task = this.next(connection); task; task = this.next(connection)) {
      this.busy.set(connection, task);
      await this.serve(connection, task);
    }
    this.busy.delete(connection);
    this.retire(connection);
    this.pump();
    this.tellIfQuiet();
  }

  private next(connection: Session): Task | undefined {
    const early = this.early.get(connection);
    this.early.delete(connection);
    if (early) return early;
    return connection.isAlive() && this.isFresh(connection) ? this.waiting.shift() : undefined;
  }

  private isFresh({ served }: Session): boolean {
    return served < this.transport.messagesPerConnection;
  }

  /** The next message goes the same way as the one whose dot goes out now. */
  private following(connection: Session): Envelope | null {
    const [task] = this.waiting;
    if (!task || !this.isFresh(connection) || !mayGo(task, this.tools)) return null;
    this.waiting.shift();
    this.early.set(connection, task);
    const { to, envelopeFrom: from } = task.message;
    return { from, to };
  }

  private async serve(connection: Session, task: Task): Promise<void> {
    this.inHand += 1;
    const served = await serve(connection, task, this.tools, () => this.following(connection));
    this.inHand -= 1;
    if (!this.early.has(connection)) connection.forsake();
    // A relay that closes an idle connection means nothing by it; on a new one it would.
    if (served.kind === 'lost-unused') return void this.waiting.unshift(task);
    this.tools.report(task, served.outcome, served.bug);
    if (served.outcome.kind === 'trouble') this.takeBack(() => true, 'trouble');
    if (served.outcome.kind === 'not-begun' && served.outcome.because === 'no-journal') {
      this.takeBack(() => true, 'no-journal');
    }
  }

  private retire(connection: Session): void {
    if (!connection.isAlive()) return;
    if (!this.isFresh(connection)) return connection.quit();
    this.idle.push(connection);
    this.idleTimer ??= setTimeout(() => this.sweep(), this.transport.timeouts?.idle ?? IDLE_MS);
    this.idleTimer.refresh();
  }

  private sweep(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = undefined;
    for (const connection of this.idle.splice(0)) connection.quit();
  }

  private tellIfQuiet(): void {
    if (!this.whenQuiet || this.busy.size + this.opening > 0) return;
    this.sweep();
    this.whenQuiet();
  }
}
