import type { Knex } from 'knex';
import type { Audience } from '../../domain/audience/audience';
import { MOST_DOMAINS, spreadOver, type DomainCount } from '../../domain/audience/spread';
import { TABLES } from '../../names';
import type { AudienceCounter, SharedClock } from '../../ports';
import { countLeftOut } from './claims/read';
import type { Db } from './database';
import { narrow, whereSegments } from './segments/narrow';
import type { Fragment } from './segments/where';
import { numberOf, textOf, type Row } from './rows';
import { notTooSoon } from './subscribers/had-one-lately';
import { notPaused } from './subscribers/not-paused';

/** Which list a source fills. */
export interface SourceOfList {
  readonly id: string;
  readonly listId: string;
}

export function createAudienceCounter(
  db: Db,
  sources: () => readonly SourceOfList[],
  clock: SharedClock = db,
): AudienceCounter {
  const looking = async (k: Knex, audience: Audience): Promise<Looked> => {
    const now = await clock.now();
    return { db, k, audience, now, inSegments: await whereSegments(db, k, audience, now) };
  };

  const leftOutOf = (k: Knex, { include }: Audience) => {
    const filling = sources().filter(({ listId }) => include.includes(listId));
    return countLeftOut(
      db,
      k,
      filling.map(({ id }) => id),
    );
  };

  return {
    count: (audience) =>
      db.read(async (k) => {
        const leftOut = await leftOutOf(k, audience);
        return { readers: await countReaders(await looking(k, audience)), leftOut };
      }),
    leftOut: (audience) => db.read((k) => leftOutOf(k, audience)),
    spread: (audience) =>
      db.read(async (k) => {
        const looked = await looking(k, audience);
        const lists: { id: string; readers: number }[] = [];
        for (const id of audience.include) {
          lists.push({ id, readers: await countReaders(listOnly(looked, id)) });
        }
        const readers = await countReaders(looked);
        return { lists, ...spreadOver(readers, await countByDomain(looked)) };
      }),
  };
}

interface Looked {
  readonly db: Db;
  readonly k: Knex;
  readonly audience: Audience;
  readonly now: number;
  /** Null: there are none, so that everybody is. */
  readonly inSegments: Fragment | null;
}

const listOnly = (looked: Looked, id: string): Looked => ({
  ...looked,
  audience: { ...looked.audience, include: [id] },
});

/** Who would be frozen now: on a list that is included, on none that is left out, not suppressed, not having a break, in a segment. */
function readersOf({ db, k, audience, now, inSegments }: Looked): Knex.QueryBuilder {
  const { include, exclude } = audience;
  const of = (lists: readonly string[]): Knex.QueryBuilder =>
    db.table(k, `${TABLES.memberships} as m`).whereIn('m.list_id', lists).where('m.is_on', true);
  const suppressed = db
    .table(k, `${TABLES.suppressions} as x`)
    .whereRaw('?? = ??', ['x.address_hash', 's.address_hash']);

  const readers = of(include)
    .join(`${TABLES.subscribers} as s`, 's.id', 'm.subscriber_id')
    .where('s.status', 'active')
    .where(notPaused(now))
    .where(notTooSoon(db, k, now))
    .whereNotExists(suppressed);
  if (inSegments) narrow(db, readers, inSegments);
  if (exclude.length === 0) return readers;
  return readers.whereNotIn('m.subscriber_id', of(exclude).select('m.subscriber_id'));
}

async function countReaders(looked: Looked): Promise<number> {
  const { audience } = looked;
  if (audience.include.length === 0) return 0;
  const readers = readersOf(looked);
  const [row]: Row[] =
    audience.include.length === 1
      ? await readers.count({ n: '*' })
      : await readers.countDistinct({ n: 'm.subscriber_id' });
  return numberOf(row?.n);
}

/** Those with the most, and no more of them than can be shown. */
async function countByDomain(looked: Looked): Promise<DomainCount[]> {
  const rows: Row[] = await readersOf(looked)
    .groupBy('s.domain')
    .orderBy('n', 'desc')
    .limit(MOST_DOMAINS)
    .select('s.domain')
    .countDistinct({ n: 'm.subscriber_id' });
  return rows.map(({ domain, n }) => ({ domain: textOf(domain), readers: numberOf(n) }));
}
