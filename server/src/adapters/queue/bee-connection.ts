import BeeQueue from 'bee-queue';
import type { RedisSettings } from '../../ports';
import type { NamedWake } from './named-wake';
import { withinMs } from './within-ms';

/** A job carries which batch to look at, and nothing else. */
export interface BatchJob {
  readonly batch: string;
}

/** Of everything that can go wrong with a connection the code is kept, never its words: they hold the place. */
export type Broken = (code: string) => void;

/** How long Redis may take for an answer before the connection counts as broken. */
const ANSWER_MS = 5_000;
/** A job that its worker has not spoken for in this time is handed out again. */
const STALL_MS = 10_000;
/** The longest that a wake which became due unnoticed is slept through. */
const LOOK_MS = 30_000;

/**
 * One connection to the queue, from its making to the first thing that goes wrong. It is never mended:
 * bee-queue does not load its scripts again into a Redis that was restarted, waits twice as long after
 * each failure without a limit, and gives up after an hour.
 */
export class BeeConnection {
  private readonly bee: BeeQueue<BatchJob>;
  private readonly ready: Promise<boolean>;
  private watch: NodeJS.Timeout | undefined;
  private isOver = false;
  private isProcessing = false;

  constructor(
    settings: RedisSettings,
    name: string,
    private readonly onBroken: Broken,
  ) {
    this.bee = new BeeQueue<BatchJob>(name, {
      redis: clientOptions(settings),
      prefix: settings.prefix,
      stallInterval: STALL_MS,
      nearTermWindow: LOOK_MS,
      delayedDebounce: 50,
      activateDelayedJobs: true,
      getEvents: false,
      sendEvents: false,
      storeJobs: false,
      removeOnSuccess: true,
      removeOnFailure: true,
    });
    this.bee.on('error', (error) => this.break(error));
    this.ready = this.bee.ready().then(
      () => !this.isOver,
      (error: unknown) => this.break(error),
    );
    this.watch = setInterval(() => void this.check(), ANSWER_MS).unref();
  }

  /** False: it never was, or is no longer. */
  isReady(): Promise<boolean> {
    return this.ready.then((isReady) => isReady && !this.isOver);
  }

  /** Those that were not added because a job of that id is there already; they wait, or are in hand. */
  async save(wakes: readonly NamedWake[]): Promise<NamedWake[]> {
    const jobs = wakes.map(({ id, wake, at }) => {
      const job = this.bee.createJob({ batch: wake.batchId }).setId(id);
      return at === null ? job : job.delayUntil(at);
    });
    const errors = await this.bee.saveAll(jobs);
    for (const error of errors.values()) this.break(error);
    // bee-queue takes the id from a job that was there already.
    return wakes.filter((_, at) => !jobs[at]?.id);
  }

  /** Adds those whose job Redis has, and in none of the places where jobs are handed out: its memory has a hole. */
  async saveStranded(wakes: readonly NamedWake[]): Promise<void> {
    const { waiting, delayed } = await this.bee.checkHealth();
    const stranded = wakes.filter(({ at }) => (at === null ? waiting : delayed) === 0);
    for (const { id } of stranded) await this.bee.removeJob(id);
    await this.save(stranded);
  }

  /** Once; again is harmless. `onDone` is called when Redis has forgotten the job, so that its id is free again. */
  process(atOnce: number, worker: (job: Job) => Promise<void>, onDone: (job: Job) => void): void {
    if (this.isProcessing) return;
    this.isProcessing = true;
    this.bee.on('succeeded', onDone);
    this.bee.process(atOnce, (job: Job) => worker(job));
    this.bee.checkStalledJobs(STALL_MS / 2).catch((error: unknown) => this.break(error));
  }

  /** Asks for no more jobs, and waits for those in hand, which may still add others. */
  async close(graceMs: number): Promise<void> {
    clearInterval(this.watch);
    // Its own limit counts from a Redis that answers.
    const closed = this.bee.close(Math.max(1, Math.ceil(graceMs))).catch(() => undefined);
    await withinMs(graceMs + ANSWER_MS, closed);
    this.isOver = true;
    this.cutOff();
  }

  /** A connection on which nothing comes back looks like a queue in which nothing waits. */
  private async check(): Promise<void> {
    const answer = this.bee.checkHealth().catch((error: unknown) => this.break(error));
    if (!(await withinMs(ANSWER_MS, answer))) this.break({ code: 'ETIMEDOUT' });
  }

  private break(error: unknown): false {
    if (this.isOver) return false;
    this.isOver = true;
    void this.close(1);
    this.onBroken(codeOf(error));
    return false;
  }

  /** bee-queue leaves a connection open that came about while another failed, and one it waits at. */
  private cutOff(): void {
    const cut = (): void => {
      for (const name of ['client', 'bclient', 'eclient']) endClient(Reflect.get(this.bee, name));
    };
    cut();
    setTimeout(cut, ANSWER_MS).unref();
  }
}

export type Job = Pick<BeeQueue.Job<BatchJob>, 'id' | 'data'>;

/** Options, never a client: bee-queue knows only its own redis 3 and takes others for an empty configuration. */
const clientOptions = ({ host, port, user, password, db, tls }: RedisSettings) => ({
  ...{ host, port, db },
  ...(user === undefined ? {} : { user }),
  ...(password === undefined ? {} : { password }),
  ...(tls ? { tls: { servername: host } } : {}),
  connect_timeout: ANSWER_MS,
  socket_initial_delay: ANSWER_MS,
  // The check is a question on the way when a connection breaks: its error and the break's are two, bee-queue
  // listens for one, and the other would end the process.
  no_ready_check: true,
  // Not mended but made anew; see above.
  retry_strategy: () => undefined,
});

function endClient(client: unknown): void {
  if (typeof client !== 'object' || client === null) return;
  const end: unknown = Reflect.get(client, 'end');
  if (typeof end === 'function') end.call(client, true);
}

/** What broke the connection stands behind the words that it is broken. */
function codeOf(error: unknown): string {
  const { code, origin } = Object(error) as { code?: unknown; origin?: unknown };
  if (origin) return codeOf(origin);
  return typeof code === 'string' ? code : 'unknown';
}
