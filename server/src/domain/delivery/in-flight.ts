/**
 * How many deliveries of a transport may be *sending* at once: twice the connections, so that each has
 * its next message at hand. Nothing else bounds what a kill can leave uncertain when the journal is lost too.
 */
export const mostInFlight = (connections: number): number => 2 * connections;

/**
 * So many outcomes are worth a report, and so many places a transaction. Fewer cost more on both sides;
 * with more the wire has run dry before the next are marked.
 */
export const worthAStep = (connections: number): number => Math.ceil(connections / 3);
