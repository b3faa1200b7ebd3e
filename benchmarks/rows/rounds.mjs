import { smtpSource } from '../contenders/smtp-source.mjs';
import { startSink } from '../relay/sink.mjs';
import { openHouse } from '../strapi/house.mjs';
import { OUR_CONNECTIONS, READERS, ROUNDS } from '../yardstick.mjs';

/** A house with readers and a sink; `work` gets both and what a message weighs. */
export async function withReaders(settings, work, { readers = READERS, relay, house: how } = {}) {
  const sink = await startSink();
  const far = await relay?.(sink.port);
  let house;
  try {
    const env = { MAIL_CONNECTIONS: String(OUR_CONNECTIONS), ...settings };
    house = await openHouse(far?.port ?? sink.port, env, how);
    await house.ask('people', { from: 0, count: readers });
    return await work({ house, sink, readers });
  } finally {
    await house?.close();
    far?.stop();
    sink.stop();
  }
}

/**
 * Each round everybody once, so that all meet the same neighbours on the machine; the ceiling before and
 * after ours. The first round warms up and is not counted.
 */
export async function roundsAgainstSource({ house, sink, readers }, others = {}) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const edition = await house.approved();
    const { bytes } = await house.ask('size', { edition: edition.id });
    const race = { port: sink.port, messages: readers, bytes };
    const before = await smtpSource(race);
    const ours = await house.send(edition);
    if (ours.accepted !== readers) throw new Error(`${ours.accepted} of ${readers} accepted`);
    const source = (before + (await smtpSource(race))) / 2;
    const more = {};
    for (const [name, { run, share }] of Object.entries(others))
      more[name] = await run({ ...race, messages: Math.ceil(readers * share) });
    if (round > 0) rounds.push({ bytes, source, ours: ours.rate, cpuUs: ours.cpuUs, ...more });
  }
  return rounds;
}
