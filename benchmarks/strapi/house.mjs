import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../../scripts/compile/root.mjs';
import { createClient } from '../../scripts/demo/http/client.mjs';
import { waitUntil } from '../../scripts/demo/http/wait-until.mjs';
import { openDatabase } from '../../scripts/demo/databases/databases.mjs';
import { setUp } from '../../scripts/demo/story/set-up.mjs';
import { freePort } from '../../scripts/demo/free-port.mjs';
import { startAgain, startPlayground } from '../../scripts/demo/strapi/playground.mjs';
import { blocks } from './letter.mjs';
import { openRedis } from './redis.mjs';
import { startWorkers } from './workers.mjs';

const SCRIPT = path.join(import.meta.dirname, 'process.mjs');
const CAMPAIGNS = '/content-manager/collection-types/plugin::countersign.campaign?locale=en';
const silent = Object.fromEntries(
  ['title', 'step', 'note', 'refused'].map((name) => [name, () => undefined]),
);

/**
 * A Strapi on an empty database that sends to `smtpPort`, with its staff; `settings` are its environment.
 *
 * @param how `workers`: it serves, and so many processes send, with Redis between them; `instances`: so many serve
 */
export async function openHouse(
  smtpPort,
  settings = {},
  { kind = 'sqlite', workers = 0, instances = 1 } = {},
) {
  const folder = path.join(ROOT, '.tmp/bench', `${process.pid}-${Date.now()}`);
  await mkdir(folder, { recursive: true });
  const database = await openDatabase(kind, folder);
  const redis = workers > 0 ? openRedis() : null;
  const apart = redis ? { ...redis.env, COUNTERSIGN_WORKER: 'only' } : {};
  const env = { ...database.env, LOG_LEVEL: 'warn', ...apart, ...settings };
  const playground = await startPlayground({
    ...{ folder, smtpPort, script: SCRIPT, wanted: 0, database: { ...database, env } },
  });
  const others = await startOthers(instances - 1, playground, folder);
  const atWork = await startWorkers(workers, { ...playground, folder });
  const { staff } = await setUp(createClient(playground.publicUrl), silent);
  const ask = async (kind, asked = {}) => {
    const answer = playground.hears(`${kind}-done`);
    playground.tell({ kind, ...asked });
    return answer;
  };
  return {
    staff,
    publicUrl: playground.publicUrl,
    ask,
    approved: () => approvedEdition(staff),
    begin: ({ place }) => staff.operator.client.post(`${place}/start`),
    endEarly: (edition) => endEarly(staff.operator.client, edition),
    send: (edition) => send({ client: staff.operator.client, ask }, edition),
    kill: async (worker) => {
      atWork[worker].signal('SIGKILL');
      await atWork[worker].ended;
    },
    close: async () => {
      await Promise.all([playground, ...others, ...atWork].map((process) => process.stop()));
      await Promise.all([database.remove(), redis?.remove()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Instances of the same site, behind what would be its load balancer. */
async function startOthers(count, playground, folder) {
  const others = [];
  for (let n = 0; n < count; n += 1) {
    const env = { ...playground.env, PORT: String(await freePort(0)) };
    others.push(await startAgain({ ...playground, env }, path.join(folder, `strapi-${n + 2}.log`)));
  }
  return others;
}

/** Written, submitted and countersigned; the audience as it is now. */
async function approvedEdition({ author, approver }) {
  const { data } = await author.client.post(CAMPAIGNS, {
    name: 'Bench',
    sender: 'workshop',
    audience: { include: ['newsletter'], exclude: [] },
    subject: 'News for {{ subscriber.name | default: "you" }}',
    preheader: 'What it takes to tell you',
    body: blocks(),
  });
  const edition = await author.client.post(`/countersign/campaigns/${data.documentId}/submit`);
  const place = `/countersign/editions/${edition.id}`;
  const { audience } = await approver.client.get(place);
  await approver.client.post(`${place}/approve`, { readersShown: audience.readers });
  return { id: edition.id, place, readers: audience.readers };
}

/** Nobody in a crowd can be written to. A small one is through before it can be cancelled. */
async function endEarly(client, { place }) {
  const { state } = await client.get(place);
  if (state === 'sent') return;
  await client.post(`${place}/cancel`).catch((error) => {
    if (error.code !== 'wrong-state') throw error;
  });
}

/** From the word to begin until each delivery is settled. Resolves to seconds and messages a second. */
async function send({ client, ask }, { place }) {
  const before = await ask('cpu');
  const begunAt = Date.now();
  await client.post(`${place}/start`);
  const last = await waitUntil(
    'everything is settled',
    async () => {
      const now = await client.get(place);
      if (['held', 'cancelled', 'void'].includes(now.state)) throw new Error(`it is ${now.state}`);
      return now.state === 'sent' && now;
    },
    900,
  );
  const after = await ask('cpu');
  const report = await client.get(`${place}/report`);
  const seconds = (last.finishedAt - begunAt) / 1000;
  const accepted = report.counts.accepted ?? 0;
  const cpuUs = (after.us - before.us) / accepted;
  return { accepted, seconds, rate: accepted / seconds, cpuUs };
}
