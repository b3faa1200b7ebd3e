import { mysql } from './mysql.mjs';
import { postgres } from './postgres.mjs';
import { sqlite } from './sqlite.mjs';

const KINDS = { sqlite, postgres, mysql };

/**
 * An empty database for this run: `env` for the playground, `tables()` yields `{ table, rows }` of
 * everything in it once Strapi has stopped, `remove()` leaves nothing behind.
 */
export async function openDatabase(kind, folder) {
  const open = KINDS[kind];
  if (open) return { kind, ...(await open(folder)) };
  const kinds = Object.keys(KINDS).join(', ');
  throw new Error(`COUNTERSIGN_DEMO_DATABASE must be one of ${kinds}, got ${kind}`);
}
