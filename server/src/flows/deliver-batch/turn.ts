/** One piece of work after the other, in the order in which they were asked for. */
export interface Turn {
  take(work: () => Promise<void>): Promise<void>;
  /** Somebody is at work, or waits to be. */
  isTaken(): boolean;
}

/**
 * Who marks. Two batches that shared the window's places would halve each other's groups, and a
 * transaction costs about as much for five deliveries as for ten. The second is read and ready meanwhile.
 */
export function createTurn(): Turn {
  let last: Promise<void> = Promise.resolve();
  let taken = 0;
  return {
    take: (work) => {
      taken += 1;
      const mine = last.then(work).finally(() => void (taken -= 1));
      last = mine.catch(() => undefined);
      return mine;
    },
    isTaken: () => taken > 0,
  };
}
