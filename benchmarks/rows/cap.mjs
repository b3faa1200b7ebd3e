import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { waitUntil } from '../../scripts/demo/http/wait-until.mjs';
import { startRecordingSink } from '../relay/recording-sink.mjs';
import { meanRate, mostInASecond, perSecond } from '../relay/seconds.mjs';
import { openHouse } from '../strapi/house.mjs';
import { CAP, CAP_READERS, CONNECTIONS } from '../yardstick.mjs';
import { atLeast, atMost, line } from './lines.mjs';

const WORKERS = 3;
const INSTANCES = 2;
/** What a worker takes of the line at once, and how far the line may make up for lateness: `domain/delivery/rate`. */
const GROUP = CAP / 40;
/** Each worker may have one group in its hands when all are held up for a moment, and the line gives one more. */
const BURST = (WORKERS + 1) * GROUP;
const KILLED_AT = 0.4;

/**
 * Three processes send and two serve, on PostgreSQL and Redis, and together keep to so many messages a second, one
 * worker being killed on the way. What is looked at is the relay's own record.
 */
export async function cap() {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-cap-'));
  const sink = await startRecordingSink(path.join(folder, 'relay.log'));
  let house;
  try {
    const env = { MAIL_CONNECTIONS: String(CONNECTIONS), MAIL_PER_SECOND: String(CAP) };
    const how = { kind: 'postgres', workers: WORKERS, instances: INSTANCES };
    house = await openHouse(sink.port, env, how);
    await house.ask('people', { from: 0, count: CAP_READERS });
    const edition = await house.approved();
    const [sent] = await Promise.all([house.send(edition), killOnTheWay({ house, sink })]);
    const { unlike } = await house.ask('unlike', { edition: edition.id });
    return linesOf({ ...(await sink.record()), unlike, sent });
  } finally {
    await house?.close();
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function killOnTheWay({ house, sink }) {
  const far = async () => (await sink.count()) >= CAP_READERS * KILLED_AT;
  await waitUntil('so many were taken', far, 600);
  await house.kill(0);
}

/** @param unlike subscriber → state, of those whose state is not *accepted* */
function linesOf({ at, readers, unlike, sent }) {
  const seconds = perSecond(at);
  const { once, twice } = timesOf(readers);
  const states = new Map(unlike);
  const uncertain = [...states.values()].filter((state) => state === 'uncertain').length;
  const wrong = everybody().filter((reader) => !mayBe(states.get(reader), once.has(reader))).length;
  return [
    line('readers', CAP_READERS, ''),
    line('from the first to the last', (at.at(-1) - at[0]) / 1000, 's'),
    atLeast('the mean', meanRate(at), { unit: '/s', target: CAP * 0.98 }),
    atMost('the most in any second', mostInASecond(at), { unit: '', target: CAP + BURST }),
    line('the least in a second', Math.min(...seconds), ''),
    line('seconds more than 2 % under', seconds.filter((n) => n < CAP * 0.98).length, ''),
    line('readers it took one for, says the relay', once.size, ''),
    atMost('readers it took two for', twice.size, { unit: '', target: 0 }),
    line('accepted, says the ledger', sent.accepted, ''),
    atMost('uncertain after the kill', uncertain, { unit: '', target: CONNECTIONS }),
    atMost('readers of whom they say unlike things', wrong, { unit: '', target: 0 }),
  ];
}

const everybody = () => Array.from({ length: CAP_READERS }, (_, n) => n + 1);

/** Of what is uncertain nobody knows, and nothing else may be left. */
const mayBe = (state, isTaken) => (state === undefined ? isTaken : state === 'uncertain');

function timesOf(readers) {
  const once = new Set();
  const twice = new Set();
  for (const reader of readers) (once.has(reader) ? twice : once).add(reader);
  return { once, twice };
}
