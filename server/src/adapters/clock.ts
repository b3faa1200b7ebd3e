import { randomFillSync } from 'node:crypto';
import type { Chance, Clock, Stopwatch } from '../ports';

export const systemClock: Clock = { now: () => Date.now() };

export const systemStopwatch: Stopwatch = () => performance.now();

/** Drawn at once: asking the system for 12 bytes takes as long as for 4,096 (13 µs). */
const AHEAD = 4096;

export const systemChance: Chance = {
  bytes: drawAhead(AHEAD),
  number: () => Math.random(),
};

/** Each byte is given once, and is nowhere afterwards but where it was given. */
function drawAhead(size: number): (count: number) => Uint8Array {
  const drawn = Buffer.allocUnsafeSlow(size);
  let at = size;
  return (count) => {
    if (count > size) return randomFillSync(Buffer.alloc(count));
    if (at + count > size) {
      randomFillSync(drawn);
      at = 0;
    }
    const given = Buffer.from(drawn.subarray(at, at + count));
    drawn.fill(0, at, at + count);
    at += count;
    return given;
  };
}
