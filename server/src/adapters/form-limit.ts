import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { FormLimit, PushLimit } from '../ports';

/** Of one network in a minute: a household, not a list of strangers' addresses. */
const OF_A_NETWORK = { points: 10, duration: 60 };
/** Of everybody in a minute, in this process: whoever has many networks must not make us write to the world. */
const OF_ALL = { points: 120, duration: 60 };

/** Of systems that push: a million people in a day, a thousand at once, and many small changes. */
const PUSHES = { points: 300, duration: 60 };
/** Of whatever bears no signature: from one network, and from all. */
const UNSIGNED = {
  ofANetwork: { points: 30, duration: 60 },
  ofAll: { points: 600, duration: 60 },
};

/** Two limits, so that nobody who cannot sign keeps out who can. */
export function createPushLimit(): PushLimit {
  const perSource = new RateLimiterMemory(PUSHES);
  return {
    mayPush: (sourceId) => allows(() => perSource.consume(sourceId)),
    mayTry: createFormLimit(UNSIGNED).mayPost,
  };
}

export function createFormLimit(
  { ofANetwork, ofAll: ofEverybody } = { ofANetwork: OF_A_NETWORK, ofAll: OF_ALL },
): FormLimit {
  const perNetwork = new RateLimiterMemory(ofANetwork);
  const ofAll = new RateLimiterMemory(ofEverybody);
  return {
    mayPost: (network) =>
      allows(async () => {
        await perNetwork.consume(network);
        await ofAll.consume('all');
      }),
  };
}

/** Buttons of one reader's page in ten minutes: each writes, and stands in the audit trail. */
const PRESSES = { points: 20, duration: 600 };

export function createPressLimit(): (reader: string) => Promise<boolean> {
  const perReader = new RateLimiterMemory(PRESSES);
  return (reader) => allows(() => perReader.consume(reader));
}

async function allows(consume: () => Promise<unknown>): Promise<boolean> {
  try {
    await consume();
    return true;
  } catch (refused) {
    // With an error of its own it is a bug; with numbers it is the answer.
    if (refused instanceof Error) throw refused;
    return false;
  }
}
