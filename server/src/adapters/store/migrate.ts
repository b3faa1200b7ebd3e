import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { Db } from './database';
import { rawRows } from './database';
import { guardTrail } from './audit/triggers';
import { ACCOUNTS } from './schema/accounts';
import { AUDIT } from './schema/audit';
import { COMMENTS } from './schema/comments';
import { CONFIRMATIONS, NOTICES } from './schema/confirmations';
import { DELIVERIES, DELIVERY_ROWS } from './schema/deliveries';
import { EDITIONS } from './schema/editions';
import { EXPORTS } from './schema/exports';
import { HANDS } from './schema/hands';
import { HOUSE } from './schema/house';
import {
  BRAKES,
  CHOICES,
  DECIDING,
  EPOCHS,
  FEW_SAYING,
  PEOPLE,
  SEARCH,
  SPACINGS,
  WISHES,
  WORDINGS,
} from './schema/people';
import { KIN } from './schema/kin';
import { LIST_SIZES } from './schema/list-sizes';
import { PART_HANDS, PART_ROLES } from './schema/part-hands';
import { PUSHED, PUSHED_ATTRIBUTES, PUSHED_IN_ORDER } from './schema/pushed';
import { DAYS, DOMAIN_GROUPS, RATES } from './schema/rates';
import { SEGMENTS } from './schema/segments';
import { SIGN_UPS } from './schema/sign-ups';
import { SEATS } from './schema/seats';
import { SOURCES } from './schema/sources';
import { SUPPRESSION_IMPORTS } from './schema/suppression-imports';
import type { Step } from './schema/step';

/** In order; a shipped step is never changed, only followed. */
const STEPS: readonly Step[] = [
  ...HOUSE,
  ...PEOPLE,
  ...EDITIONS,
  ...DELIVERIES,
  ...RATES,
  ...AUDIT,
  ...ACCOUNTS,
  ...HANDS,
  ...CONFIRMATIONS,
  ...NOTICES,
  ...CHOICES,
  ...SIGN_UPS,
  ...COMMENTS,
  ...SEATS,
  ...EXPORTS,
  ...BRAKES,
  ...WISHES,
  ...LIST_SIZES,
  ...SEGMENTS,
  ...SOURCES,
  ...PUSHED,
  ...SPACINGS,
  ...KIN,
  ...DAYS,
  ...SUPPRESSION_IMPORTS,
  ...PUSHED_IN_ORDER,
  ...DELIVERY_ROWS,
  ...DOMAIN_GROUPS,
  ...SEARCH,
  ...PUSHED_ATTRIBUTES,
  ...WORDINGS,
  ...EPOCHS,
  ...DECIDING,
  ...PART_HANDS,
  ...PART_ROLES,
  ...FEW_SAYING,
];

/** The schema this code knows. A worker refuses any other. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings our tables up to date. Instances that boot together wait for each other, and the lock dies
 * with its connection; knex's own migration lock throws instead of waiting and outlives a kill.
 */
export async function migrate(db: Db, now: number): Promise<void> {
  await db.within(async (k) => {
    await lock(k, db);
    try {
      // MySQL's DDL commits by itself, so there the transaction only holds the lock.
      await (db.dialect === 'mysql' ? db.aside((own) => run(own, db, now)) : run(k, db, now));
    } finally {
      await unlock(k, db);
    }
  });
}

/**
 * For a process that changes no tables.
 *
 * @throws in words, unless the tables are as this code knows them
 */
export async function refuseOtherSchema(db: Db): Promise<void> {
  const found = await db.read(async (k) => {
    if (!(await db.schema(k).hasTable(TABLES.schemaVersion))) return 0;
    const newest = await db.table(k, TABLES.schemaVersion).max({ version: 'version' }).first();
    return Number(newest?.version ?? 0);
  });
  if (found === SCHEMA_VERSION) return;
  throw new Error(
    `countersign: the tables are of version ${found} and this command knows ${SCHEMA_VERSION}; ` +
      'start the Strapi that serves first, and of the same version of the plugin',
  );
}

async function run(k: Knex, db: Db, now: number): Promise<void> {
  await ensureVersionTable(k, db);
  for (const [at, step] of STEPS.entries()) await runOnce(k, db, at + 1, step, now);
  await guardTrail(k, db);
}

async function runOnce(k: Knex, db: Db, version: number, step: Step, now: number): Promise<void> {
  const done = await db.table(k, TABLES.schemaVersion).where({ version }).first('version');
  if (done) return;
  await step.run(k, db);
  await db.table(k, TABLES.schemaVersion).insert({ version, name: step.name, applied_at: now });
}

async function ensureVersionTable(k: Knex, db: Db): Promise<void> {
  if (await db.schema(k).hasTable(TABLES.schemaVersion)) return;
  await db.schema(k).createTable(TABLES.schemaVersion, (t) => {
    t.integer('version').primary();
    t.string('name', 128).notNullable();
    t.bigInteger('applied_at').notNullable();
  });
}

/** Any number will do as long as nobody else in this database uses it; read it as "csgn". */
const POSTGRES_LOCK = 0x6373676e;
const MYSQL_WAIT_SECONDS = 120;

async function lock(k: Knex, db: Db): Promise<void> {
  if (db.dialect === 'postgres') await k.raw('select pg_advisory_xact_lock(?)', [POSTGRES_LOCK]);
  if (db.dialect !== 'mysql') return;
  const answer = await k.raw(`select get_lock(concat('countersign:', database()), ?) as got`, [
    MYSQL_WAIT_SECONDS,
  ]);
  const [row] = rawRows(answer, 'mysql');
  if (Number(row?.got) !== 1) {
    throw new Error(`another instance has been changing the tables for ${MYSQL_WAIT_SECONDS} s`);
  }
}

async function unlock(k: Knex, db: Db): Promise<void> {
  if (db.dialect === 'mysql')
    await k.raw(`select release_lock(concat('countersign:', database()))`);
}
