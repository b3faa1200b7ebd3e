/**
 * How many deliveries may be *sending* at once: twice the connections, so that each has its next
 * message at hand. Nothing else bounds what a kill can leave uncertain when the journal is lost too.
 */
export interface Window {
  /**
   * Waits until the wire runs dry. How many may be marked then, if what came is settled in the same
   * transaction. One at a time may ask.
   */
  room(): Promise<number>;
  /** How many may be marked now. */
  places(): number;
  sent(messages: number): void;
  came(outcomes: number): void;
  /** Some connection has nothing to do, or will soon: time to settle what came and send more. */
  isRunningDry(): boolean;
}

export function createWindow(connections: number): Window {
  const size = 2 * connections;
  let onWire = 0;
  let wake = (): void => undefined;
  const isRunningDry = () => onWire <= connections;
  return {
    room: async () => {
      while (!isRunningDry()) await new Promise<void>((resolve) => (wake = resolve));
      return size - onWire;
    },
    places: () => size - onWire,
    sent: (messages) => void (onWire += messages),
    came: (outcomes) => {
      onWire -= outcomes;
      if (isRunningDry()) wake();
    },
    isRunningDry,
  };
}
