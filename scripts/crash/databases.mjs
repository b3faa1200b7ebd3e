import path from 'node:path';

import { openDatabase } from '../demo/databases/databases.mjs';
import { ownPostgres } from './own-postgres.mjs';
import { mountSmallDisk } from './small-disk.mjs';

/** Much more than 600 readers need. */
const DISK_MB = 96;

/** An empty database for this run; `disk` where it stands on one that can be filled up. */
export async function openCrashDatabase(kind, folder) {
  if (kind === 'own-postgres') return ownPostgres();
  if (kind !== 'sqlite') return openDatabase(kind, folder);
  const place = path.join(folder, 'database');
  const disk = await mountSmallDisk(place, DISK_MB);
  const database = await openDatabase(kind, place);
  return { ...database, disk, remove: async () => disk?.unmount() };
}
