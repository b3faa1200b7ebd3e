/** Of smtp-source: it takes less with more. */
export const CONNECTIONS = 10;
/**
 * Ours, and those of nodemailer's pool. Each lets two more messages be marked, and the more are marked, the more share
 * a transaction.
 */
export const OUR_CONNECTIONS = 40;
export const READERS = Number(process.env.COUNTERSIGN_BENCH_READERS ?? 20_000);
/** Counted ones; medians are reported. */
export const ROUNDS = Number(process.env.COUNTERSIGN_BENCH_ROUNDS ?? 3);
/** Of `cap`: how many are written to, and how many a second at most. */
export const CAP_READERS = Number(process.env.COUNTERSIGN_CAP_READERS ?? 200_000);
export const CAP = Number(process.env.COUNTERSIGN_CAP ?? 1000);
