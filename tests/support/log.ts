import type { Log, LogFields } from '../../server/src/ports';

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface RememberedLog extends Log {
  readonly events: { readonly event: string; readonly fields: LogFields }[];
}

/** Remembers what was logged. A bug that was caught at the door fails the test that caused it. */
export function createRememberedLog(): RememberedLog {
  const events: { event: string; fields: LogFields }[] = [];
  return {
    events,
    info: (event, fields) => void events.push({ event, fields }),
    warn: (event, fields) => void events.push({ event, fields }),
    error: (_event, error) => {
      throw error;
    },
  };
}
