import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SCRIPT = path.join(import.meta.dirname, 'nodemailer-process.mjs');

/** nodemailer's pool with ready-made bytes, and the way tutorials do it. In messages a second. */
export const pooledRaw = (race) => run('pooled-raw', race);
export const tutorial = (race) => run('tutorial', race);

/** In a process of its own, as ours is. */
async function run(how, race) {
  const child = fork(SCRIPT, [JSON.stringify({ how, ...race })]);
  const [{ rate }] = await once(child, 'message');
  child.kill('SIGKILL');
  return rate;
}
