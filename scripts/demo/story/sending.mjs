import { waitUntil } from '../http/wait-until.mjs';

/** Started by the operator and watched to its end. Resolves to the last report and the time it took. */
export async function send({ operator, edition }, printer) {
  const place = `/countersign/editions/${edition.id}`;
  const { readersAtSubmit } = await operator.client.post(`${place}/start`);
  printer.step(`${operator.name} starts it`);
  const bar = printer.progress('accepted by the relay', readersAtSubmit);
  const report = await waitUntil('everything is sent', async () => {
    const now = await operator.client.get(`${place}/report`);
    bar.at(now.counts.accepted ?? 0);
    if (STUCK.includes(now.state)) throw new Error(`the edition is ${now.state}: ${now.stateText}`);
    return now.state === 'sent' && now;
  });
  bar.end();
  return finish(await operator.client.get(place), report, printer);
}

const STUCK = ['held', 'cancelled', 'void', 'paused'];

function finish({ startedAt, finishedAt, readers }, report, printer) {
  const seconds = (finishedAt - startedAt) / 1000;
  const accepted = report.counts.accepted ?? 0;
  const pace = Math.round(accepted / seconds);
  printer.step(`${accepted} messages accepted in ${seconds.toFixed(1)} s (${pace} a second)`);
  for (const { count, state, text } of report.reasons) printer.note(`${count} ${state}: ${text}`);
  return { report, readers, accepted, seconds, pace };
}
