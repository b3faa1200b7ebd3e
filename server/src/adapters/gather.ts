import { AsyncResource } from 'node:async_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';

interface Waiting<Item, Done> {
  readonly item: Item;
  resolve(done: Done): void;
  reject(trouble: unknown): void;
}

/** While several come at a time, so long is waited for more of them: a group costs hardly more for twice as many. */
const MORE_MS = 5;
/** Done at once: more would keep others waiting for too long. */
const MOST = 200;

/**
 * Does together what is asked for while the work before it is under way; each answer comes when the whole is
 * done. If that fails, each is tried alone, so that nobody fails by another.
 */
export function gather<Item, Done>(
  work: (items: readonly Item[]) => Promise<Done>,
): (item: Item) => Promise<Done> {
  // Not inside what the first who asks is in: a request of theirs, or a transaction.
  const apart = new AsyncResource('countersign gather');
  const waiting: Waiting<Item, Done>[] = [];
  let isAtWork = false;
  let areSeveral = false;

  const goOn = async (): Promise<void> => {
    isAtWork = true;
    while (waiting.length > 0) {
      // What has arrived already is read first.
      await (areSeveral ? setTimeout(MORE_MS) : setImmediate());
      const some = waiting.splice(0, MOST);
      areSeveral = some.length > 1;
      await together(work, some);
    }
    isAtWork = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isAtWork) void apart.runInAsyncScope(goOn);
    });
}

async function together<Item, Done>(
  work: (items: readonly Item[]) => Promise<Done>,
  some: readonly Waiting<Item, Done>[],
): Promise<void> {
  try {
    const done = await work(some.map(({ item }) => item));
    for (const { resolve } of some) resolve(done);
  } catch (trouble) {
    if (some.length === 1) some[0]?.reject(trouble);
    else for (const one of some) await together(work, [one]);
  }
}
