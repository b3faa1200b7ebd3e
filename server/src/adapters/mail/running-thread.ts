import { Worker } from 'node:worker_threads';
import type { ThreadReport, ThreadRequest, ThreadSettings } from '../../ports/sending-protocol';

/** How long a thread that was asked to end may say good-bye to its relays. */
const GOOD_BYE_MS = 2_000;

export interface ThreadEvents {
  onReport(report: ThreadReport): void;
  /** It threw; `onExit` follows. */
  onCrash(error: unknown): void;
  /** Always the last, however it ended. */
  onExit(): void;
}

/**
 * For what is young: a message is garbage as soon as it is on the wire, and with Node's 16 MB the
 * collector, which works on all cores, looks at each many times.
 */
const YOUNG_MB = 64;

/** One life of the sending thread. */
export class RunningThread {
  private readonly worker: Worker;
  private readonly exited: Promise<unknown>;

  constructor(path: string, settings: ThreadSettings, events: ThreadEvents) {
    this.worker = new Worker(path, {
      workerData: settings,
      name: 'countersign-sender',
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker.on('message', (report: string) => events.onReport(JSON.parse(report)));
    this.worker.on('error', (error) => events.onCrash(error));
    this.exited = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.once('exit', () => events.onExit());
  }

  post(request: ThreadRequest): void {
    this.worker.postMessage(JSON.stringify(request));
  }

  /** While it has something to do it keeps the process alive. */
  keepsProcess(isBusy: boolean): void {
    if (isBusy) this.worker.ref();
    else this.worker.unref();
  }

  /** When nothing is in its hands: says good-bye and ends. */
  async close(): Promise<void> {
    this.worker.ref();
    this.post({ kind: 'close' });
    if (!(await within(GOOD_BYE_MS, this.exited))) await this.terminate();
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
    await this.exited;
  }
}

/** Whether `work` is done before the time is over. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isDone = await Promise.race([work.then(() => true), timeUp]);
  clearTimeout(timer);
  return isDone;
}
