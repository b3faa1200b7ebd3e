import { mostInFlight } from '../../domain/delivery/in-flight';

/** How many deliveries are *sending* by one transport in this process, and how many more may be. */
export interface Window {
  /**
   * Waits until some have come back. How many may be marked then, if what came is settled in the same
   * transaction. One at a time may ask.
   */
  room(): Promise<number>;
  /** How many may be marked now. */
  places(): number;
  sent(messages: number): void;
  came(outcomes: number): void;
  /** So many that came back, or places, are worth while to settle and to send more. */
  step(): number;
  /** There are. */
  isWorthAStep(): boolean;
}

/** @param step so many are worth while now */
export function createWindow(connections: number, step: () => number): Window {
  const size = mostInFlight(connections);
  let onWire = 0;
  let wake = (): void => undefined;
  const isWorthAStep = () => onWire <= size - step();
  return {
    room: async () => {
      while (!isWorthAStep()) await new Promise<void>((resolve) => (wake = resolve));
      return size - onWire;
    },
    places: () => size - onWire,
    sent: (messages) => void (onWire += messages),
    came: (outcomes) => {
      onWire -= outcomes;
      if (isWorthAStep()) wake();
    },
    step,
    isWorthAStep,
  };
}
