import { createPushLimit } from '../adapters/form-limit';
import { createTakePush } from '../flows/take-push';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';

interface Given {
  readonly people: People;
  /** Something is in the outbox. */
  wake(): void;
}

export function wirePush({ config, stores, world }: Foundation, keys: Keys, given: Given) {
  const { people, wake } = given;
  const { pushSources } = config;
  const flow = createTakePush({ ...{ ...stores, ...world, ...people, keys }, pushSources });
  return {
    ...createPushLimit(),
    isSigned: flow.isSigned,
    take: async (...asked: Parameters<typeof flow.take>) => {
      const came = await flow.take(...asked);
      wake();
      return came;
    },
  };
}
