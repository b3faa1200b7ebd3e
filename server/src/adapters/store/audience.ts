import type { Knex } from 'knex';
import type { Audience } from '../../domain/audience/audience';
import { TABLES } from '../../names';
import type { AudienceCounter } from '../../ports';
import { countLeftOut } from './claims/read';
import type { Db } from './database';
import { numberOf, type Row } from './rows';

/** Which list a source fills, as the configuration says. */
export interface SourceOfList {
  readonly id: string;
  readonly listId: string;
}

export function createAudienceCounter(db: Db, sources: readonly SourceOfList[]): AudienceCounter {
  return {
    count: (audience) =>
      db.read(async (k) => {
        const sourceIds = sources
          .filter(({ listId }) => audience.include.includes(listId))
          .map(({ id }) => id);
        const leftOut = await countLeftOut(db, k, sourceIds);
        return { readers: await countReaders(db, k, audience), leftOut };
      }),
  };
}

/** Who would be frozen now: on a list that is included, on none that is left out, not suppressed. */
async function countReaders(db: Db, k: Knex, { include, exclude }: Audience): Promise<number> {
  if (include.length === 0) return 0;
  const of = (lists: readonly string[]): Knex.QueryBuilder =>
    db.table(k, `${TABLES.memberships} as m`).whereIn('m.list_id', lists).where('m.is_on', true);
  const suppressed = db
    .table(k, `${TABLES.suppressions} as x`)
    .whereRaw('?? = ??', ['x.address_hash', 's.address_hash']);

  const readers = of(include)
    .join(`${TABLES.subscribers} as s`, 's.id', 'm.subscriber_id')
    .where('s.status', 'active')
    .whereNotExists(suppressed);
  if (exclude.length > 0) {
    void readers.whereNotIn('m.subscriber_id', of(exclude).select('m.subscriber_id'));
  }
  const [row]: Row[] =
    include.length === 1
      ? await readers.count({ n: '*' })
      : await readers.countDistinct({ n: 'm.subscriber_id' });
  return numberOf(row?.n);
}
