/**
 * How many deliveries of a transport may be *sending* at once: twice the connections, so that each has
 * its next message at hand. Nothing else bounds what a kill can leave uncertain when the journal is lost too.
 */
export const mostInFlight = (connections: number): number => 2 * connections;

/**
 * So many outcomes are worth a report, and so many places a transaction. With a third of them a WAL database
 * sends a tenth more, since the wire does not run dry in between; where each commit waits for the disk, as on
 * Strapi's own settings of SQLite, it is an eighth less.
 */
export const worthAStep = (connections: number): number => connections;
