import type { Log, LogFields } from '../ports';

/** The part of Strapi's winston logger we use. */
export interface HostLogger {
  info(line: string): unknown;
  warn(line: string): unknown;
  error(line: string): unknown;
}

/** One line an event: its name, then its fields as JSON. */
export const createLog = (logger: HostLogger): Log => ({
  info: (event, fields) => void logger.info(line(event, fields)),
  warn: (event, fields) => void logger.warn(line(event, fields)),
  error: (event, error, fields = {}) => void logger.error(line(event, { ...fields, ...of(error) })),
});

const line = (event: string, fields: LogFields): string => `${event} ${JSON.stringify(fields)}`;

const of = (error: unknown): LogFields => ({ error: scrub(textOf(error)) });

/** Of several in one each: the one that holds them says only that there are some. */
function textOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return [error.message, ...error.errors.map(textOf)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A foreign error may quote what it was given; a log line never holds an address. */
const scrub = (text: string): string =>
  text.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, '‹address›');
