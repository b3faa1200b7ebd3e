import { LOG_EVENTS } from '../names';
import type { Log } from '../ports';

export interface Insisting {
  readonly everyMs: number;
  readonly until: AbortSignal;
  readonly log: Log;
}

/**
 * Does a task until it succeeds, telling of each time it did not: a database that is away for a moment must
 * not leave a process that serves and never sends.
 *
 * @returns false if it was told to stop first
 */
export async function insist(
  name: string,
  task: () => Promise<unknown>,
  { everyMs, until, log }: Insisting,
): Promise<boolean> {
  while (!until.aborted) {
    try {
      await task();
      return true;
    } catch (error) {
      log.error(LOG_EVENTS.bug, error, { where: name });
    }
    await pause(everyMs, until);
  }
  return false;
}

const pause = (ms: number, until: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    until.addEventListener('abort', end);
  });
