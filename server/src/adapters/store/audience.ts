import type { Knex } from 'knex';
import type { Audience } from '../../domain/audience/audience';
import { MOST_DOMAINS, spreadOver, type DomainCount } from '../../domain/audience/spread';
import { TABLES } from '../../names';
import type { AudienceCounter } from '../../ports';
import { countLeftOut } from './claims/read';
import type { Db } from './database';
import { numberOf, textOf, type Row } from './rows';
import { notPaused } from './subscribers/not-paused';

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
        return { readers: await countReaders(db, k, audience, await db.now()), leftOut };
      }),
    spread: (audience) =>
      db.read(async (k) => {
        const now = await db.now();
        const lists: { id: string; readers: number }[] = [];
        for (const id of audience.include) {
          lists.push({
            id,
            readers: await countReaders(db, k, { ...audience, include: [id] }, now),
          });
        }
        const readers = await countReaders(db, k, audience, now);
        return { lists, ...spreadOver(readers, await countByDomain(db, k, audience, now)) };
      }),
  };
}

/** Who would be frozen now: on a list that is included, on none that is left out, not suppressed, not having a break. */
function readersOf(
  db: Db,
  k: Knex,
  { include, exclude }: Audience,
  now: number,
): Knex.QueryBuilder {
  const of = (lists: readonly string[]): Knex.QueryBuilder =>
    db.table(k, `${TABLES.memberships} as m`).whereIn('m.list_id', lists).where('m.is_on', true);
  const suppressed = db
    .table(k, `${TABLES.suppressions} as x`)
    .whereRaw('?? = ??', ['x.address_hash', 's.address_hash']);

  const readers = of(include)
    .join(`${TABLES.subscribers} as s`, 's.id', 'm.subscriber_id')
    .where('s.status', 'active')
    .where(notPaused(now))
    .whereNotExists(suppressed);
  if (exclude.length === 0) return readers;
  return readers.whereNotIn('m.subscriber_id', of(exclude).select('m.subscriber_id'));
}

async function countReaders(db: Db, k: Knex, audience: Audience, now: number): Promise<number> {
  if (audience.include.length === 0) return 0;
  const readers = readersOf(db, k, audience, now);
  const [row]: Row[] =
    audience.include.length === 1
      ? await readers.count({ n: '*' })
      : await readers.countDistinct({ n: 'm.subscriber_id' });
  return numberOf(row?.n);
}

/** Those with the most, and no more of them than can be shown. */
async function countByDomain(
  db: Db,
  k: Knex,
  audience: Audience,
  now: number,
): Promise<DomainCount[]> {
  const rows: Row[] = await readersOf(db, k, audience, now)
    .groupBy('s.domain')
    .orderBy('n', 'desc')
    .limit(MOST_DOMAINS)
    .select('s.domain')
    .countDistinct({ n: 'm.subscriber_id' });
  return rows.map(({ domain, n }) => ({ domain: textOf(domain), readers: numberOf(n) }));
}
