import type { Knex } from 'knex';
import type { Db } from '../database';
import { columns, type Columns } from './columns';

/** One small, repeatable change: it may have been done already by a boot that died before it could say so. */
export interface Step {
  readonly name: string;
  run(k: Knex, db: Db): Promise<void>;
}

type Shape = (c: Columns, table: Knex.CreateTableBuilder) => void;

export const table = (name: string, shape: Shape): Step => ({
  name: `table ${name}`,
  run: async (k, db) => {
    const schema = db.schema(k);
    if (await schema.hasTable(name)) return;
    await db.schema(k).createTable(name, (t) => shape(columns(t, db.dialect), t));
  },
});

export const column = (on: string, name: string, shape: Shape): Step => ({
  name: `column ${on}.${name}`,
  run: async (k, db) => {
    const schema = db.schema(k);
    if (await schema.hasColumn(on, name)) return;
    await db.schema(k).alterTable(on, (t) => shape(columns(t, db.dialect), t));
  },
});

export const index = (on: string, name: string, fields: readonly string[]): Step => ({
  name: `index ${name}`,
  run: (k, db) => addIndex(k, db, { on, name, fields }),
});

/** An index over the rows alone that say something in `saying`; MySQL, which has none such, gets all of them. */
export const indexOfSaying = (
  saying: string,
  on: string,
  name: string,
  fields: readonly string[],
): Step => ({
  name: `index ${name}`,
  run: (k, db) => addIndex(k, db, { on, name, fields, saying }),
});

/** Which has it already, in another form. */
export const notOnMysql = ({ name, run }: Step): Step => ({
  name,
  run: async (k, db) => {
    if (db.dialect !== 'mysql') await run(k, db);
  },
});

export const noIndex = (on: string, name: string): Step => ({
  name: `no index ${name}`,
  run: async (k, db) => {
    if (!(await hasIndex(k, db, on, name))) return;
    await db.schema(k).alterTable(on, (t) => void t.dropIndex([], name));
  },
});

/** PostgreSQL alone: leaves room in each page, so that a row that changes stays in its own. */
export const roomToChange = (on: string, percent: number): Step => ({
  name: `room in ${on}`,
  run: async (k, db) => {
    if (db.dialect !== 'postgres') return;
    await k.raw(`alter table ${db.name(on)} set (fillfactor = ${100 - percent})`);
  },
});

interface Index {
  readonly on: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly saying?: string;
}

async function addIndex(k: Knex, db: Db, { on, name, fields, saying }: Index): Promise<void> {
  if (await hasIndex(k, db, on, name)) return;
  const ref = (word: string): string => k.ref(word).toString();
  const some = saying && db.dialect !== 'mysql' ? ` where ${ref(saying)} is not null` : '';
  await k.raw(`create index ${ref(name)} on ${db.name(on)} (${fields.map(ref).join(', ')})${some}`);
}

async function hasIndex(k: Knex, db: Db, on: string, name: string): Promise<boolean> {
  const rows = await INDEX_QUERY[db.dialect](k, db, on, name);
  return rows.length > 0;
}

type IndexQuery = (k: Knex, db: Db, on: string, name: string) => Promise<unknown[]>;

const INDEX_QUERY: Record<Db['dialect'], IndexQuery> = {
  sqlite: async (k, _db, on, name) =>
    k('sqlite_master').select('name').where({ type: 'index', tbl_name: on, name }),
  postgres: async (k, db, on, name) =>
    k('pg_indexes')
      .select('indexname')
      .where({ tablename: on, indexname: name })
      .andWhere('schemaname', db.schemaName ?? k.raw('current_schema()')),
  mysql: async (k, _db, on, name) =>
    k('information_schema.statistics')
      .select('index_name')
      .where({ table_name: on, index_name: name })
      .andWhere('table_schema', k.raw('database()')),
};
