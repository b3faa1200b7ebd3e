/**
 * The playground as a site runs it, and what a benchmark wants besides: people by the thousand, and what
 * the process itself knows of its memory and its event loop.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import v8 from 'node:v8';
import vm from 'node:vm';

import { timeActs } from './acts.mjs';
import { timeDoors } from './doors.mjs';
import { timeLive, timeWrites } from './changes.mjs';
import { addNoOp, howManyLeft, waysOut } from './leaving.mjs';
import { addCrowd } from './crowd.mjs';
import { addPeople } from './people.mjs';
import { newestRun } from './runs.mjs';
import { addUsers, renameUsers } from './users.mjs';
import { addTraits } from './traits.mjs';

const appDir = process.cwd();
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
const strapi = createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  serveAdminPanel: false,
});

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

const loop = monitorEventLoopDelay({ resolution: 1 });
const MB = 1024 * 1024;

const ANSWERS = {
  people: (asked) => addPeople(strapi.db, { secret: process.env.COUNTERSIGN_SECRET, ...asked }),
  crowd: (asked) => addCrowd(strapi.db, asked),
  users: (asked) => addUsers(strapi.db, asked),
  renamed: (asked) => renameUsers(strapi.db, asked),
  run: () => newestRun(strapi.db),
  traits: (asked) => addTraits(strapi.db, asked),
  watch: () => {
    loop.reset();
    loop.enable();
    return watchMemory();
  },
  seen: () => {
    loop.disable();
    return { blockMs: loop.max / 1e6, rssMb: peakOfMemory() / MB };
  },
  kept: () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return { mb: (heapUsed + external) / MB };
  },
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return { us: user + system };
  },
  'ways-out': () => waysOut(strapi.db, process.env.COUNTERSIGN_SECRET),
  left: () => howManyLeft(strapi.db),
  writes: (asked) => timeWrites(strapi, asked),
  live: (asked) => timeLive(strapi, asked),
  acts: (asked) => timeActs(strapi, asked),
  doors: ({ lines }) => timeDoors(strapi, lines),
  unlike: ({ edition }) => notAccepted(edition),
  size: ({ edition }) => sizeOfMessages(edition),
};

process.on('message', async ({ kind, ...asked }) => {
  const answer = await ANSWERS[kind]?.(asked);
  process.send({ kind: `${kind}-done`, ...answer });
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await strapi.load();
addNoOp(strapi);
await strapi.start();
process.send({ kind: 'ready' });

let peak = 0;
let watching;

function watchMemory() {
  collect();
  peak = 0;
  clearInterval(watching);
  watching = setInterval(look, 20);
  look();
  return { rssMb: peak / MB };
}

function look() {
  peak = Math.max(peak, process.memoryUsage.rss());
}

function peakOfMemory() {
  look();
  clearInterval(watching);
  return peak;
}

/** What a message of it weighs before anything of a reader's is filled in. */
async function sizeOfMessages(edition) {
  const [{ content }] = await strapi.db
    .connection('countersign_editions')
    .where({ id: edition })
    .select('content');
  const { messages } = typeof content === 'string' ? JSON.parse(content) : content;
  const [{ mime }] = Object.values(messages);
  const constants = mime.filter((piece) => typeof piece === 'string');
  return { bytes: constants.reduce((sum, { length }) => sum + length, 0) };
}

/** Subscriber and state of each delivery that is not *accepted*. */
async function notAccepted(edition) {
  const rows = await strapi.db
    .connection('countersign_deliveries')
    .where({ edition_id: edition })
    .whereNot({ state: 'accepted' })
    .select('subscriber_id', 'state');
  return { unlike: rows.map(({ subscriber_id: id, state }) => [Number(id), state]) };
}
