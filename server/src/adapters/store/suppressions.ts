import type { Knex } from 'knex';
import { SUPPRESSION_REASONS } from '../../domain/subscribers/subscriber';
import { graver, type Suppression } from '../../domain/subscribers/suppression';
import { TABLES } from '../../names';
import type { Keys, SuppressionStore } from '../../ports';
import { chunksAmong, whereAmong } from './bulk';
import type { Db } from './database';
import { inChunks, maybeText, numberOf, oneOf, type Row, textOf } from './rows';

export function createSuppressionStore(db: Db, keys: Keys): SuppressionStore {
  const suppressions = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.suppressions);

  const read = async (query: Knex.QueryBuilder): Promise<Suppression[]> => {
    const rows: Row[] = await query.select();
    return rows.map(suppressionOf);
  };

  return {
    among: (hashes) =>
      db.read(async (k) => {
        const found: Suppression[] = [];
        for (const some of chunksAmong(db, hashes)) {
          const query = whereAmong(db, suppressions(k), 'address_hash', some);
          // MySQL's snapshot may be older than an unsubscribe; a locking read never is.
          if (k.isTransaction) void query.forUpdate();
          found.push(...(await read(query)));
        }
        return found;
      }),
    add: (all) =>
      db.within(async (k) => {
        const changed: Suppression[] = [];
        for (const some of inChunks(all)) {
          // Not a locking read: MySQL would lock the gaps in which two readers then both want to insert.
          const hashes = some.map(({ addressHash }) => addressHash);
          const known = await read(suppressions(k).whereIn('address_hash', hashes));
          changed.push(...changedBy(some, known));
        }
        for (const some of inChunks(changed)) {
          await suppressions(k)
            .insert(some.map((suppression) => rowOf(suppression, keys.currentId)))
            .onConflict('address_hash')
            .merge(['key_id', 'label', 'because', 'source', 'note', 'since']);
        }
        return changed;
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
        return read(rows.limit(limit));
      }),
  };
}

function changedBy(all: readonly Suppression[], known: readonly Suppression[]): Suppression[] {
  const byHash = new Map(known.map((suppression) => [suppression.addressHash, suppression]));
  return all.flatMap((next) => {
    const before = byHash.get(next.addressHash);
    const after = before ? graver(before, next) : next;
    return after === before ? [] : [after];
  });
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
