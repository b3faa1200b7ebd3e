import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { ROOT } from '../compile/root.mjs';

const children = [];

/** Runs a program of node_modules and puts its name in front of all it says. One ends, all end. */
export function start(name, program, args, { cwd = ROOT, env = {} } = {}) {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', program), ...args], {
    cwd,
    // Vite, which bundled the plugin in this process, says `production` here.
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => console.log(`${name.padEnd(6)} │ ${line}`));
  }
  child.once('exit', stopAll);
  children.push(child);
}

export function stopAll() {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
  Promise.all(children.map(hasEnded)).then(() => process.exit());
}

const hasEnded = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? undefined
    : new Promise((resolve) => child.once('exit', resolve));
