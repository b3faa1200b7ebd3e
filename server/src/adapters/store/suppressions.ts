import type { Knex } from 'knex';
import { SUPPRESSION_REASONS } from '../../domain/subscribers/subscriber';
import type { Suppression } from '../../domain/subscribers/suppression';
import { TABLES } from '../../names';
import type { Keys, SuppressionStore } from '../../ports';
import type { Db } from './database';
import { inChunks, maybeText, numberOf, oneOf, type Row, textOf } from './rows';

export function createSuppressionStore(db: Db, keys: Keys): SuppressionStore {
  const suppressions = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.suppressions);

  return {
    among: (hashes) =>
      db.read(async (k) => {
        const found: Suppression[] = [];
        for (const some of inChunks(hashes)) {
          const query = suppressions(k).whereIn('address_hash', some);
          // MySQL's snapshot may be older than an unsubscribe; a locking read never is.
          if (k.isTransaction) void query.forUpdate();
          const rows: Row[] = await query.select();
          found.push(...rows.map(suppressionOf));
        }
        return found;
      }),
    put: (all) =>
      db.within(async (k) => {
        for (const some of inChunks(all)) {
          await suppressions(k)
            .insert(some.map((suppression) => rowOf(suppression, keys.currentId)))
            .onConflict('address_hash')
            .merge(['key_id', 'label', 'because', 'source', 'note', 'since']);
        }
      }),
    remove: (addressHash) =>
      db.within(async (k) => {
        await suppressions(k).where({ address_hash: addressHash }).delete();
      }),
    list: ({ after, limit }) =>
      db.read(async (k) => {
        const rows = suppressions(k).orderBy([
          { column: 'since', order: 'desc' },
          { column: 'address_hash', order: 'desc' },
        ]);
        if (after !== undefined) await olderThan(rows, suppressions(k), after);
        const page: Row[] = await rows.limit(limit).select();
        return page.map(suppressionOf);
      }),
  };
}

/** A page after one that was lifted meanwhile is empty. */
async function olderThan(
  rows: Knex.QueryBuilder,
  all: Knex.QueryBuilder,
  after: string,
): Promise<void> {
  const last: Row | undefined = await all.where({ address_hash: after }).first('since');
  const since = last ? numberOf(last.since) : -1;
  void rows
    .where('since', '<=', since)
    .where((older) => void older.where('since', '<', since).orWhere('address_hash', '<', after));
}

const suppressionOf = (row: Row): Suppression => ({
  addressHash: textOf(row.address_hash),
  label: textOf(row.label),
  because: oneOf(SUPPRESSION_REASONS, row.because),
  source: textOf(row.source),
  note: maybeText(row.note),
  since: numberOf(row.since),
});

const rowOf = ({ addressHash, ...rest }: Suppression, keyId: string): Row => ({
  address_hash: addressHash,
  key_id: keyId,
  ...rest,
});
