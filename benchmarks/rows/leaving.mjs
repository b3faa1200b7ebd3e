import { Agent, request } from 'node:http';

import { openHouse } from '../strapi/house.mjs';
import { settledSync } from '../strapi/settled-sync.mjs';
import { line, ratio } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const READERS = 6000;
const CLIENTS = 50;
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const FORM = 'application/x-www-form-urlencoded';
const TARGET = 0.4;
const NO_OP = '/api/bench-no-op';
/** Nothing is sent. */
const NO_RELAY = 1;

/** Everybody of a list leaves by one click, each answered when it is durable; between two times of a route that does nothing. */
export const leaving = () => onBoth(on);

async function on(kind) {
  const house = await openHouse(NO_RELAY, {}, { kind });
  try {
    await house.ask('users', { count: READERS });
    await settledSync(house);
    const { paths } = await house.ask('ways-out');
    const nothing = Array.from({ length: READERS }, () => NO_OP);
    const post = (some) => posted(house.publicUrl, some);
    await post(nothing.slice(0, READERS / 6));
    const before = await post(nothing);
    const left = await post(paths);
    const after = await post(nothing);
    const found = await house.ask('left');
    if (found.left !== READERS) throw new Error(`${found.left} of ${READERS} have left`);
    const noOp = (before + after) / 2;
    return [
      ratio(`${kind}, one click, of a route that does nothing`, left, { of: noOp, target: TARGET }),
      line(`${kind}, one click`, left, '/s'),
      line(`${kind}, the route that does nothing`, noOp, '/s'),
    ];
  } finally {
    await house.close();
  }
}

/** Answers a second. */
async function posted(baseUrl, paths) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const queue = [...paths];
  const begunAt = performance.now();
  const client = async () => {
    for (let path = queue.pop(); path; path = queue.pop()) await post(agent, `${baseUrl}${path}`);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - begunAt) / 1000;
  agent.destroy();
  return paths.length / seconds;
}

const post = (agent, url) =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': FORM, 'content-length': ONE_CLICK.length };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
      );
    });
    asked.once('error', reject);
    asked.end(ONE_CLICK);
  });
