import { setTimeout as waitMs } from 'node:timers/promises';
import type { Rates, RateStore } from '../../ports';

/** What is given for later is waited for here: whoever asks begins at once with what they get. */
export const createRates = (
  store: RateStore,
  wait: (ms: number) => Promise<unknown> = waitMs,
): Rates => ({
  take: async (transportId, perSecond, most) => {
    const grant = await store.take(transportId, perSecond, most);
    if (grant && grant.waitMs > 0) await wait(grant.waitMs);
    return grant && grant.messages;
  },
});
