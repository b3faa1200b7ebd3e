/** What all contenders have in common. */
export const CONNECTIONS = 10;
export const READERS = Number(process.env.COUNTERSIGN_BENCH_READERS ?? 20_000);
/** Counted ones; medians are reported. */
export const ROUNDS = Number(process.env.COUNTERSIGN_BENCH_ROUNDS ?? 3);
