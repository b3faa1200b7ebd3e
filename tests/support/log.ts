import { EventEmitter, once } from 'node:events';
import type { Log, LogFields } from '../../server/src/ports';

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface RememberedLog extends Log {
  readonly events: { readonly event: string; readonly fields: LogFields }[];
  /** Resolves when this was logged. */
  until(event: string): Promise<void>;
}

/** Remembers what was logged. A bug that was caught at the door fails the test that caused it. */
export function createRememberedLog(): RememberedLog {
  const events: { event: string; fields: LogFields }[] = [];
  const news = new EventEmitter();
  const remember = (event: string, fields: LogFields): void => {
    events.push({ event, fields });
    news.emit('news');
  };
  return {
    events,
    until: async (wanted) => {
      while (!events.some(({ event }) => event === wanted)) await once(news, 'news');
    },
    info: remember,
    warn: remember,
    error: (_event, error) => {
      throw error;
    },
  };
}
