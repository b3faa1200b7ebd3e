import { setTimeout as wait } from 'node:timers/promises';

/** From the click to the end of the sync; resolves to its run. */
export async function settledSync({ ask, staff }) {
  const before = await ask('run');
  await staff.operator.client.post('/countersign/lists/newsletter/sync');
  let run = before;
  while (run.id === before.id || run.finishedAt === null) {
    await wait(100);
    run = await ask('run');
  }
  return run;
}
