import { randomBytes } from 'node:crypto';
import type { Chance, Clock } from '../ports';

export const systemClock: Clock = { now: () => Date.now() };

export const systemChance: Chance = {
  bytes: (count) => randomBytes(count),
  number: () => Math.random(),
};
