import { freshName, withKnex } from './with-knex.mjs';

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/** A database of its own on the server that COUNTERSIGN_TEST_POSTGRES names. */
export async function postgres() {
  const url = new URL(process.env.COUNTERSIGN_TEST_POSTGRES ?? LOCAL);
  const server = { client: 'pg', connection: url.href };
  const name = freshName();
  await withKnex(server, (knex) => knex.raw(`create database ${name}`));
  const own = new URL(`/${name}`, url);
  return {
    env: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_HOST: url.hostname,
      DATABASE_PORT: url.port || '5432',
      DATABASE_NAME: name,
      DATABASE_USERNAME: decodeURIComponent(url.username),
      DATABASE_PASSWORD: decodeURIComponent(url.password),
    },
    tables: () => withKnex({ client: 'pg', connection: own.href }, readTables),
    remove: () => withKnex(server, (knex) => knex.raw(`drop database ${name} with (force)`)),
  };
}

async function readTables(knex) {
  const found = await knex('information_schema.tables')
    .select('table_schema', 'table_name')
    .whereNotIn('table_schema', ['pg_catalog', 'information_schema']);
  return Promise.all(
    found.map(async ({ table_schema: schema, table_name: table }) => ({
      table,
      rows: await knex.withSchema(schema).table(table),
    })),
  );
}
