/**
 * How many deliveries of a transport may be *sending* at once: twice the connections, so that each has
 * its next message at hand. Nothing else bounds what a kill can leave uncertain when the journal is lost too.
 */
export const mostInFlight = (connections: number): number => 2 * connections;

/** In ms: a transaction that takes less is worth having for a few messages. */
const CHEAP_MS = 0.6;

/**
 * So many outcomes are worth a report, and so many places a transaction. With a third of the connections a SQLite
 * with WAL, whose transactions take 0.2 ms, sends 5 to 10 % more, since the wire does not run dry in between. Where
 * each waits for the disk, as for 1 ms on Strapi's own settings of SQLite, a third would send a third less.
 *
 * @param transactionMs how long one has taken lately
 */
export const worthAStep = (connections: number, transactionMs: number): number =>
  transactionMs < CHEAP_MS ? Math.ceil(connections / 3) : connections;

/** Of how many the average is, about. */
const LATELY = 20;

/** What takes `ms` this time, on average lately. */
export const averageWith = (before: number | null, ms: number): number =>
  before === null ? ms : before + (ms - before) / LATELY;
