/**
 * How many deliveries may be *sending* at once: twice the connections, so that each has its next
 * message at hand. Nothing else bounds what a kill can leave uncertain when the journal is lost too.
 */
export interface Window {
  /** Waits for at least one place; at most `most`. */
  take(most: number): Promise<number>;
  /** Places of what is settled, or was not marked after all. */
  give(places: number): void;
  sent(messages: number): void;
  came(outcomes: number): void;
  /** Some connection has nothing to do, or will soon: time to settle what came and send more. */
  isRunningDry(): boolean;
}

export function createWindow(connections: number): Window {
  let free = 2 * connections;
  let onWire = 0;
  const waiting: (() => void)[] = [];
  return {
    take: async (most) => {
      while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      const taken = Math.min(most, free);
      free -= taken;
      return taken;
    },
    give: (places) => {
      free += places;
      for (const wake of waiting.splice(0)) wake();
    },
    sent: (messages) => void (onWire += messages),
    came: (outcomes) => void (onWire -= outcomes),
    isRunningDry: () => onWire <= connections,
  };
}
