import type { Knex } from 'knex';
import {
  CONSENT_KINDS,
  type Consent,
  type KnownMembership,
} from '../../../domain/subscribers/claim';
import { TABLES } from '../../../names';
import { chunksAmong, whereAmong } from '../bulk';
import type { Db } from '../database';
import {
  flagOf,
  idOf,
  maybeNumber,
  maybeText,
  numberOf,
  oneOf,
  type Row,
  rowId,
  rowIds,
  textOf,
} from '../rows';

/** As the last writer left them: MySQL's snapshot would show them as they were when it was taken. */
export async function membershipsOf(
  db: Db,
  k: Knex,
  subscriberIds: readonly string[],
): Promise<KnownMembership[]> {
  const found: KnownMembership[] = [];
  for (const some of chunksAmong(db, rowIds(subscriberIds))) {
    const query = whereAmong(db, db.table(k, TABLES.memberships), 'subscriber_id', some);
    if (k.isTransaction) void query.forUpdate();
    const rows: Row[] = await query.select('list_id', 'subscriber_id', 'is_on', 'since', 'left_at');
    found.push(...rows.map(membershipOf));
  }
  return found;
}

const membershipOf = (row: Row): KnownMembership => ({
  listId: textOf(row.list_id),
  subscriberId: idOf(row.subscriber_id),
  isOn: flagOf(row.is_on),
  since: numberOf(row.since),
  leftAt: maybeNumber(row.left_at),
});

/** Newest first. */
export async function consentsOf(db: Db, k: Knex, subscriberId: string): Promise<Consent[]> {
  const rows: Row[] = await db
    .table(k, TABLES.consents)
    .where({ subscriber_id: rowId(subscriberId) })
    .orderBy('id', 'desc')
    .select('list_id', 'subscriber_id', 'kind', 'source_id', 'how', 'at', 'wording');
  return rows.map((row) => ({
    listId: textOf(row.list_id),
    subscriberId: idOf(row.subscriber_id),
    kind: oneOf(CONSENT_KINDS, row.kind),
    sourceId: maybeText(row.source_id),
    how: textOf(row.how),
    at: numberOf(row.at),
    ...wordingIn(row),
  }));
}

const wordingIn = (row: Row) => {
  const wording = maybeText(row.wording);
  return wording === null ? {} : { wording };
};
