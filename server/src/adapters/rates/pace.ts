import { setTimeout as waitMs } from 'node:timers/promises';
import type { Rates, RateStore } from '../../ports';

export const createRates = ({ take }: RateStore): Rates => ({
  take,
  wait: async (ms) => {
    await waitMs(ms);
  },
});
