import { EDITION_EVENTS, LOG_EVENTS, type LogEvent } from '../../names';
import type { Log, LogFields } from '../../ports';

/** The part of Strapi's event hub we use. */
export interface Hub {
  emit(event: string, fields: LogFields): Promise<void>;
}

/** What the log says of an edition's way is told to the site's own code as well, which nobody waits for. */
export function announcing(log: Log, hub: Hub): Log {
  const announce = (event: LogEvent, fields: LogFields): void => {
    const told =
      event === LOG_EVENTS.editionMoved ? EDITION_EVENTS[String(fields.state)] : undefined;
    if (told === undefined) return;
    hub.emit(told, fields).catch((trouble: unknown) => log.error(LOG_EVENTS.bug, trouble));
  };
  return {
    error: log.error,
    info: (event, fields) => {
      log.info(event, fields);
      announce(event, fields);
    },
    warn: (event, fields) => {
      log.warn(event, fields);
      announce(event, fields);
    },
  };
}
