import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '../../scripts/demo/free-port.mjs';
import { tool } from './tools.mjs';

const BACKLOG = '1024';
/** It will not be root, and wants to be told who else. */
const AS = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];

/** Postfix's own measuring relay: takes everything, keeps nothing. */
export async function startSink() {
  const port = await freePort(0);
  const sink = spawn(tool('smtp-sink'), [...AS, `127.0.0.1:${port}`, BACKLOG], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await listens(port))) {
    if (sink.exitCode !== null) throw new Error(`smtp-sink ended with ${sink.exitCode}`);
    await pause(20);
  }
  return { port, stop: () => sink.kill('SIGKILL') };
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
