import { serve, type Task, type Tools } from '../../server/src/sender/serve';
import type { Session } from '../../server/src/sender/session';
import { wireText } from '../../server/src/sender/wire-text';
import { aTask } from '../support/sending';

/** What becomes of a message that is cut off before its dot after so long. */
async function cutOffAfter(ms: number, takenBack: Task['takenBack']) {
  let now = 0;
  const task = aTask();
  const relay: Pick<Session, 'deliver'> = {
    deliver: async () => {
      now += ms;
      task.takenBack = takenBack;
      return { kind: 'abandoned', error: null };
    },
  };
  const tools: Pick<Tools, 'compose' | 'isLate' | 'lived'> = {
    compose: async () => wireText([]),
    isLate: () => false,
    lived: () => now,
  };
  const served = await serve(relay, task, tools as Tools, () => null);
  return served.kind === 'settled' ? served.outcome : served.kind;
}

it('counts as a try where the relay had most of the lease and did not take the text', async () => {
  expect(await cutOffAfter(15_000, 'late')).toEqual({ kind: 'deferred', reply: null });
});

it.each([
  ['the relay had less of it', 14_999, 'late' as const],
  ['somebody wanted it back', 60_000, 'stopped' as const],
])('is as if it had not begun where %s', async (_, ms, because) => {
  expect(await cutOffAfter(ms, because)).toEqual({ kind: 'not-begun', because });
});
