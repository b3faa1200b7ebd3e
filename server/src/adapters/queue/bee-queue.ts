import { LOG_EVENTS } from '../../names';
import type { DeliveryQueue, Log, RedisSettings, SharedClock, Wake } from '../../ports';
import { BeeConnection, type Job } from './bee-connection';
import { createHands } from './hands';
import { nameWakes } from './named-wake';
import { withinMs } from './within-ms';

export interface BeeQueueDeps {
  readonly redis: RedisSettings;
  /** The queue's own, so that installations which share a Redis take nothing from each other. */
  readonly name: string;
  readonly sharedClock: SharedClock;
  readonly log: Log;
  /** ms until a broken connection is made anew; twice as long each time, up to sixteen times. */
  readonly retryMs?: number;
}

/**
 * The queue on Redis. What it loses (a Redis that is gone, emptied or stalled) stays due in the database,
 * and is added again by whoever looks there for what was forgotten.
 */
export const createBeeQueue = (deps: BeeQueueDeps): DeliveryQueue => new RedisQueue(deps);

/** Whoever adds a wake may be in a request: a wake that is lost is found again, their time is not. */
const ADD_MS = 2_000;
const RETRY_MS = 1_000;

type Worker = (batchId: string) => Promise<void>;

class RedisQueue implements DeliveryQueue {
  private readonly hands = createHands();
  /** By job in our hand: the wake that was added anew meanwhile, if any was. */
  private readonly anew = new Map<string, Wake | null>();
  /** Made at the first use: a console or an export asks nothing of a queue. */
  private connection: BeeConnection | null = null;
  private begin: (connection: BeeConnection) => void = () => undefined;
  /** Connections that broke in a row. */
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(private readonly deps: BeeQueueDeps) {}

  async add(wakes: readonly Wake[]): Promise<void> {
    if (wakes.length === 0 || (this.isClosing && !this.connection)) return;
    // What went wrong was told where the connection broke.
    const saved = this.save(wakes).catch(() => undefined);
    await withinMs(ADD_MS, saved);
  }

  work(worker: Worker, atOnce: number): void {
    this.begin = (connection) =>
      connection.process(
        atOnce,
        (job) => this.handOut(job, worker, atOnce),
        (job) => this.letGo(job),
      );
    if (this.connection) void this.beginWhenReady(this.connection);
    else this.connect();
  }

  async close(graceMs: number): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.retry);
    await Promise.all([this.connection?.close(graceMs), withinMs(graceMs, this.hands.done())]);
  }

  private connect(): BeeConnection {
    const { redis, name } = this.deps;
    // What we have in hand is nothing to a new connection: it hands it out again, and the claim refuses it.
    this.anew.clear();
    const connection = new BeeConnection(redis, name, (code) => this.lost(code));
    this.connection = connection;
    void this.beginWhenReady(connection);
    return connection;
  }

  private async beginWhenReady(connection: BeeConnection): Promise<void> {
    if (!(await connection.isReady())) return;
    if (this.failures > 0) this.deps.log.info(LOG_EVENTS.queueWell, {});
    this.failures = 0;
    this.begin(connection);
  }

  private lost(code: string): void {
    if (this.isClosing) return;
    const { log, retryMs = RETRY_MS } = this.deps;
    if (this.failures === 0) log.warn(LOG_EVENTS.queueTrouble, { code });
    const wait = retryMs * 2 ** Math.min(this.failures, 4);
    this.failures += 1;
    this.retry = setTimeout(() => this.connect(), wait).unref();
  }

  private async handOut({ id, data }: Job, worker: Worker, atOnce: number): Promise<void> {
    const { log } = this.deps;
    // More than that only where a connection broke and its work goes on.
    await this.hands.fewerThan(atOnce);
    if (this.isClosing) return;
    this.anew.set(id, null);
    const work = worker(data.batch);
    await this.hands.keep(
      work.catch((error: unknown) => log.error(LOG_EVENTS.bug, error, { batch: data.batch })),
    );
  }

  /** Redis has forgotten the job: now one of the same id is a new one. */
  private letGo({ id }: Job): void {
    const wake = this.anew.get(id);
    this.anew.delete(id);
    if (wake) void this.add([wake]);
  }

  private async save(wakes: readonly Wake[]): Promise<void> {
    const connection = this.connection ?? this.connect();
    const named = await nameWakes(wakes, this.deps.sharedClock);
    const inHand = named.filter(({ id }) => this.anew.has(id));
    for (const { id, wake } of inHand) this.anew.set(id, wake);
    if (!(await connection.isReady())) return;
    const refused = await connection.save(named.filter((each) => !inHand.includes(each)));
    if (refused.length > 0) await connection.saveStranded(refused);
  }
}
