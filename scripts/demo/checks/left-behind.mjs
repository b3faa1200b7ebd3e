import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { findNeedles } from './needles.mjs';

/** Strapi's log and the sending journals hold no address either. */
export async function leftBehindChecks({ playground, folder, needles }) {
  const journals = await filesBelow(path.join(folder, 'journal'));
  const found = await Promise.all(
    [playground.log, ...journals].map(async (file) => {
      const text = (await readFile(file)).toString('latin1');
      return findNeedles(needles, text).map((needle) => `${path.basename(file)}: ${needle}`);
    }),
  );
  return [['no name and no address in Strapi’s log and the sending journals', found.flat()]];
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
