import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SCRIPT = path.join(import.meta.dirname, 'distance-process.mjs');

/** A port that leads to `port` and is `roundTripMs` away, in a process of its own. */
export async function startDistance(port, roundTripMs) {
  const child = fork(SCRIPT, [String(port), String(roundTripMs)]);
  const [near] = await once(child, 'message');
  return { port: near.port, stop: () => child.kill('SIGKILL') };
}
