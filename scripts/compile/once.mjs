import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { ROOT } from './root.mjs';
import { hashFiles } from './hash-files.mjs';

const MARKS = path.join(ROOT, 'node_modules/.cache/countersign');
const STALE_LOCK_MS = 5 * 60_000;

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Runs `work` unless it ran for these very `sources` and its `results` are still there. */
export async function once({ name, sources, results }, work) {
  const mark = path.join(MARKS, name);
  const isDone = () =>
    read(mark) === hashFiles(sources) && results.every((file) => existsSync(file));
  if (isDone()) return;

  const unlock = await lock(`${mark}.lock`);
  try {
    if (isDone()) return;
    const hash = hashFiles(sources);
    await work();
    writeFileSync(mark, hash);
  } finally {
    unlock();
  }
}

/** A folder is made by one process only; whoever finds it there waits. */
async function lock(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
      else await wait(100);
    }
  }
}

function isStale(folder) {
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - made > STALE_LOCK_MS;
}
