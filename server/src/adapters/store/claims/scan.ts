import type { Knex } from 'knex';
import { LEFT_OUT_REASONS } from '../../../domain/subscribers/subscriber';
import { TABLES } from '../../../names';
import type { ClaimGlance, ScannedStretch } from '../../../ports';
import { chunksAmong, whereNotAmong } from '../bulk';
import type { Db } from '../database';
import { maybeNumber, oneOf, type Row, textOf } from '../rows';
import { rowsNamed } from './named';

interface Scanning extends ScannedStretch {
  readonly sourceId: string;
  readonly runId: string;
}

/** Claims that lie in a stretch besides as many as were named: more than these are not read to find the missed. */
const BESIDES = 100;

/**
 * Most who are named lie in their stretch, and nobody else does: one look along the index finds them all.
 * Whoever the source sorts otherwise than this database is looked up.
 */
export async function scanStretch(db: Db, k: Knex, scanning: Scanning): Promise<ClaimGlance[]> {
  const { sourceId, named } = scanning;
  const lying = await lyingIn(db, k, scanning);
  const inStretch = new Map(lying?.map((row) => [textOf(row.external_id), glanceOf(row)]));
  const found = new Map<string, ClaimGlance>();
  const others: string[] = [];
  for (const id of new Set(named)) {
    const glance = inStretch.get(id);
    if (glance) found.set(id, glance);
    else others.push(id);
  }
  if (!lying || found.size < lying.length) await markMissed(db, k, scanning);
  for (const externalIds of chunksAmong(db, others)) {
    const rows = await rowsNamed(db, k, { sourceId, externalIds }, GLANCED);
    for (const row of rows) found.set(textOf(row.external_id), glanceOf(row));
  }
  return [...found.values()];
}

const GLANCED = ['external_id', 'row_hash', 'left_out', 'gone_at'] as const;

const glanceOf = (row: Row): ClaimGlance => ({
  externalId: textOf(row.external_id),
  rowHash: textOf(row.row_hash),
  leftOut: row.left_out === null ? null : oneOf(LEFT_OUT_REASONS, row.left_out),
  goneAt: maybeNumber(row.gone_at),
});

/** Null: they are many more than were named. */
async function lyingIn(db: Db, k: Knex, scanning: Scanning): Promise<Row[] | null> {
  const most = scanning.named.length + BESIDES;
  if (scanning.upTo === null) return null;
  const rows: Row[] = await stretchOf(db, k, scanning)
    .limit(most)
    .select(...GLANCED);
  return rows.length < most ? rows : null;
}

/**
 * The stretches of a run, one beginning where the other ended, cover every claim at least once even if
 * the source sorts its ids otherwise than this database: whoever is marked wrongly for it is found when
 * the marked are read from the source again.
 */
async function markMissed(db: Db, k: Knex, scanning: Scanning): Promise<void> {
  const rows = whereNotAmong(db, stretchOf(db, k, scanning), 'external_id', scanning.named);
  await rows.update({ missed_in_run: scanning.runId });
}

function stretchOf(db: Db, k: Knex, { sourceId, after, upTo }: Scanning): Knex.QueryBuilder {
  const rows = db.table(k, TABLES.claims).where({ source_id: sourceId }).whereNull('gone_at');
  if (after !== null) void rows.where('external_id', '>', after);
  if (upTo !== null) void rows.where('external_id', '<=', upTo);
  return rows;
}
