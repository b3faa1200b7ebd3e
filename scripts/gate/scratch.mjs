import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'build', '.tmp', '.cache', '.strapi']);

/** A copy of the tree to break things in, with the packages of the tree itself. */
export function openScratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-gate-'));
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (place) => !LEFT_OUT.has(path.basename(place)),
  });
  linkPackages(folder);
  return {
    folder,
    /** Until `work` is through, a file is as `change` makes it. */
    with: async (file, change, work) => {
      const place = path.join(folder, file);
      const text = readFileSync(place, 'utf8');
      writeFileSync(place, change(text));
      try {
        return await work();
      } finally {
        writeFileSync(place, text);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Each by a link of its own: builds keep their notes in a folder beside the packages. */
function linkPackages(folder) {
  const [from, to] = [ROOT, folder].map((root) => path.join(root, 'node_modules'));
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (!LEFT_OUT.has(name)) symlinkSync(path.join(from, name), path.join(to, name));
  }
}
