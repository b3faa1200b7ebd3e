import path from 'node:path';

import { withKnex } from './with-knex.mjs';

export function sqlite(folder) {
  const filename = path.join(folder, 'data.db');
  const config = { client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true };
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename },
    tables: () =>
      withKnex(config, async (knex) => {
        const found = await knex('sqlite_master').where({ type: 'table' }).pluck('name');
        return Promise.all(found.map(async (table) => ({ table, rows: await knex(table) })));
      }),
    // The file goes with the folder of the run.
    remove: async () => undefined,
  };
}
