import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const LEAVE_OUT = new Set(['node_modules', 'dist', 'build', 'types', '.cache', '.strapi', '.tmp']);

function* filesBelow(place) {
  if (!statSync(place).isDirectory()) return yield place;
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    if (!LEAVE_OUT.has(entry.name)) yield* filesBelow(path.join(place, entry.name));
  }
}

/** One hash over the names and bytes of all files in `places`, folders with what is below them. */
export function hashFiles(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => [...filesBelow(place)]).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
