import { LOG_EVENTS } from '../names';
import type { Log } from '../ports';

export interface Repeated {
  /** Does not wait for its time. Asked while it runs, it runs once more afterwards. */
  now(): void;
  /** Begins no further round; resolves when the one under way is done. */
  stop(): Promise<void>;
}

/** Runs a task again and again, `everyMs` after each round, never twice at once. A bug in a round is told, and the next comes. */
export function repeat(
  name: string,
  task: () => Promise<unknown>,
  { everyMs, log }: { readonly everyMs: number; readonly log: Log },
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isAskedAgain = false;
  let round: Promise<void> | null = null;

  const begin = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    if (round) return void (isAskedAgain = true);
    round = task()
      .then(() => undefined)
      .catch((error: unknown) => log.error(LOG_EVENTS.bug, error, { where: name }))
      .finally(end);
  };
  const end = (): void => {
    round = null;
    const again = isAskedAgain;
    isAskedAgain = false;
    if (again) return begin();
    if (!isStopped) timer = setTimeout(begin, everyMs).unref();
  };

  timer = setTimeout(begin, everyMs).unref();
  return {
    now: begin,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
