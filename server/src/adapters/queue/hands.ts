/** The work this process has in hand, through whatever connection it came. */
export interface Hands {
  keep(work: Promise<void>): Promise<void>;
  /** Resolves when fewer than so many are in hand. */
  fewerThan(most: number): Promise<void>;
  /** Resolves when what is in hand now is done. */
  done(): Promise<unknown>;
}

export function createHands(): Hands {
  const inHand = new Set<Promise<void>>();
  return {
    keep: (work) => {
      const kept = work.finally(() => inHand.delete(kept));
      inHand.add(kept);
      return kept;
    },
    fewerThan: async (most) => {
      while (inHand.size >= most) await Promise.race(inHand);
    },
    done: () => Promise.allSettled(inHand),
  };
}
