import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { FormLimit } from '../ports';

/** Of one network in a minute: a household, not a list of strangers' addresses. */
const OF_A_NETWORK = { points: 10, duration: 60 };
/** Of everybody in a minute, in this process: whoever has many networks must not make us write to the world. */
const OF_ALL = { points: 120, duration: 60 };

export function createFormLimit(): FormLimit {
  const perNetwork = new RateLimiterMemory(OF_A_NETWORK);
  const ofAll = new RateLimiterMemory(OF_ALL);
  return {
    mayPost: async (network) => {
      try {
        await perNetwork.consume(network);
        await ofAll.consume('all');
        return true;
      } catch (refused) {
        // With an error of its own it is a bug; with numbers it is the answer.
        if (refused instanceof Error) throw refused;
        return false;
      }
    },
  };
}
