import createKnex from 'knex';

/** What the database says, asked past Strapi, for it may be dead. */
export function openLedger({ env }) {
  const knex = createKnex(connectionOf(env));
  return {
    stateOf: async (id) => (await knex('countersign_editions').where({ id }).first('state'))?.state,
    /** How many deliveries of the edition are in each state. */
    counts: async (edition) => {
      const rows = await knex('countersign_deliveries as d')
        .join('countersign_editions as e', 'e.id', 'd.edition_id')
        .join('countersign_batches as b', 'b.id', 'd.batch_id')
        .where('e.id', edition)
        .where('b.freeze_id', knex.ref('e.freeze_id'))
        .groupBy('d.state')
        .select('d.state')
        .count({ n: '*' });
      return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
    },
    states: async (edition) => {
      const rows = await knex('countersign_deliveries')
        .where({ edition_id: edition })
        .select('id', 'state');
      return new Map(rows.map(({ id, state }) => [String(id), state]));
    },
    /** What the readers it still waits for got before, by delivery id: one of each. */
    earlierOfPending: async (edition) => {
      const rows = await knex('countersign_deliveries as d')
        .join('countersign_deliveries as e', 'e.subscriber_id', 'd.subscriber_id')
        .where({ 'd.edition_id': edition, 'd.state': 'pending', 'e.state': 'accepted' })
        .whereNot('e.edition_id', edition)
        .groupBy('d.subscriber_id')
        .min({ id: 'e.id' });
      return rows.map(({ id }) => String(id));
    },
    /** PostgreSQL only: all but the one that asks. Resolves to how many. */
    cutConnections: async () => {
      const { rows } = await knex.raw(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      return rows.length;
    },
    /** SQLite only: as it is at this moment, into a file that is not there. */
    copyTo: (file) => knex.raw('vacuum into ?', [file]),
    close: () => knex.destroy(),
  };
}

function connectionOf(env) {
  if (env.DATABASE_CLIENT === 'sqlite') {
    const connection = { filename: env.DATABASE_FILENAME };
    return { client: 'better-sqlite3', connection, useNullAsDefault: true };
  }
  const connection = {
    host: env.DATABASE_HOST,
    port: Number(env.DATABASE_PORT),
    database: env.DATABASE_NAME,
    user: env.DATABASE_USERNAME,
    password: env.DATABASE_PASSWORD,
  };
  return { client: env.DATABASE_CLIENT === 'mysql' ? 'mysql2' : 'pg', connection };
}
