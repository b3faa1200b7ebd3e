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
    const rows =
      db.dialect === 'postgres'
        ? await oneByOne(db, k, { sourceId, externalIds: some })
        : await together(db, k, { sourceId, externalIds: some, isLatest });
    for (const row of rows) found.push(claimOf(row));
  }
  return found;
}

async function together(
  db: Db,
  k: Knex,
  { sourceId, externalIds, isLatest }: Named,
): Promise<Row[]> {
  const ofSource = db.table(k, TABLES.claims).where({ source_id: sourceId });
  const rows = whereAmong(db, ofSource, 'external_id', externalIds);
  if (isLatest && db.dialect === 'mysql') void rows.forUpdate();
  const found: Row[] = await rows.select(...CLAIM_COLUMNS);
  return found;
}

/** Before anybody has counted the table, PostgreSQL would read everybody of the source to find these. */
async function oneByOne(db: Db, k: Knex, { sourceId, externalIds }: Named): Promise<Row[]> {
  const columns = CLAIM_COLUMNS.map((column) => `c.${column}`).join(', ');
  const answer: unknown = await k.raw(
    `select ${columns} from unnest(?::text[]) as n cross join lateral
       (select * from ${db.name(TABLES.claims)} where source_id = ? and external_id = n limit 1) c`,
    [[...externalIds], sourceId],
  );
  return rawRows(answer, 'postgres');
}
