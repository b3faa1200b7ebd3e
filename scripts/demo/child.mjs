import { fork } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';

const STOP_WITHIN_MS = 20_000;
const LAST_WORDS_LINES = 30;

/** A Node process that talks to us in messages of a `kind`, and writes all else into the file `log`. */
export function startChild({ name, script, args = [], cwd, env = process.env, log }) {
  // In a group of its own: Ctrl-C reaches the parent alone, which then ends the others in order.
  // Should the parent die, each child ends itself when the channel to it closes.
  const options = { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
  const child = fork(script, args, options);
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => file.end(() => resolve(signal ?? code))),
  );
  return {
    tell: (message) => child.send(message),
    onHear: (listener) => child.on('message', listener),
    hears: (kind) => Promise.race([messageOf(child, kind), complain({ ended, name, log })]),
    lastWords: () => lastWords(log),
    stop: () => stop(child, ended),
    signal: (signal) => child.kill(signal),
    ended,
  };
}

const messageOf = (child, kind) =>
  new Promise((resolve) => {
    child.on('message', function listen(message) {
      if (message.kind !== kind) return;
      child.off('message', listen);
      resolve(message);
    });
  });

async function complain({ ended, name, log }) {
  const code = await ended;
  throw new Error(`the ${name} ended with ${code}:\n${lastWords(log)}`);
}

const lastWords = (log) =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LAST_WORDS_LINES).join('\n');

async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(patience);
}
