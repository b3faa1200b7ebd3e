import type { Knex } from 'knex';
import type { PersonClaim } from '../../../domain/subscribers/claim';
import { TABLES } from '../../../names';
import { chunksAmong, whereAmong } from '../bulk';
import { type Db, rawRows } from '../database';
import { type Row } from '../rows';
import { CLAIM_COLUMNS, claimOf } from './read';

interface Named {
  readonly sourceId: string;
  readonly externalIds: readonly string[];
  /** As the last writer left them, also where a snapshot shows them as they were. */
  readonly isLatest?: boolean;
}

/** The claims of these people of one source. */
export async function claimsNamed(
  db: Db,
  k: Knex,
  { sourceId, externalIds, isLatest = false }: Named,
): Promise<PersonClaim[]> {
  const found: PersonClaim[] = [];
  for (const some of chunksAmong(db, externalIds)) {
    const named = { sourceId, externalIds: some, isLatest };
    for (const row of await rowsNamed(db, k, named, CLAIM_COLUMNS)) found.push(claimOf(row));
  }
  return found;
}

/** These columns of theirs; of no more than fit into one question. */
export const rowsNamed = (
  db: Db,
  k: Knex,
  named: Named,
  columns: readonly string[],
): Promise<Row[]> =>
  db.dialect === 'postgres' ? oneByOne(db, k, named, columns) : together(db, k, named, columns);

async function together(
  db: Db,
  k: Knex,
  { sourceId, externalIds, isLatest = false }: Named,
  columns: readonly string[],
): Promise<Row[]> {
  const ofSource = db.table(k, TABLES.claims).where({ source_id: sourceId });
  const rows = whereAmong(db, ofSource, 'external_id', externalIds);
  if (isLatest && db.dialect === 'mysql') void rows.forUpdate();
  const found: Row[] = await rows.select(...columns);
  return found;
}

/** Before anybody has counted the table, PostgreSQL would read everybody of the source to find these. */
async function oneByOne(
  db: Db,
  k: Knex,
  { sourceId, externalIds }: Named,
  columns: readonly string[],
): Promise<Row[]> {
  const wanted = columns.map((column) => `c.${column}`).join(', ');
  const answer: unknown = await k.raw(
    `select ${wanted} from unnest(?::text[]) as n cross join lateral
       (select * from ${db.name(TABLES.claims)} where source_id = ? and external_id = n limit 1) c`,
    [[...externalIds], sourceId],
  );
  return rawRows(answer, 'postgres');
}
