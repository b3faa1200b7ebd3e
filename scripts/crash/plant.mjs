import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { bundle } from '../compile/bundle.mjs';
import { ROOT } from '../compile/root.mjs';
import { PLANTS } from './plants.mjs';

/** Below the repository, so that it finds the same node_modules. */
const COPIES = path.join(ROOT, '.tmp/planted');
const SOURCES = ['package.json', 'tsconfig.json', 'server'];

/** Does `work` with a copy of the plugin that has the bug; the sources themselves are not touched. */
export async function withPlant(name, printer, work) {
  const copy = path.join(COPIES, String(process.pid));
  await mkdir(copy, { recursive: true });
  try {
    for (const part of SOURCES) {
      await cp(path.join(ROOT, part), path.join(copy, part), { recursive: true });
    }
    for (const patch of PLANTS[name].patches) await plant(copy, patch);
    printer.note(`building a copy with “${name}” in it`);
    for (const half of ['./strapi-server', './sender']) await bundle(half, { root: copy });
    process.env.COUNTERSIGN_FOLDER = copy;
    return await work();
  } finally {
    delete process.env.COUNTERSIGN_FOLDER;
    await rm(copy, { recursive: true, force: true });
  }
}

/** @throws if the place is no longer there, or there are several */
async function plant(copy, [file, from, to]) {
  const source = await readFile(path.join(copy, file), 'utf8');
  const [before, after, ...more] = source.split(from);
  if (after === undefined || more.length > 0) throw new Error(`${file} has not one “${from}”`);
  await writeFile(path.join(copy, file), before + to + after);
}
