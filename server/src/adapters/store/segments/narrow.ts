import type { Knex } from 'knex';
import type { Audience } from '../../../domain/audience/audience';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import { slotsOf } from '../traits/slots';
import { type Fragment, whereRule } from './where';

/** In any of the segments, over `countersign_traits as t`; null: there are none. */
export async function whereSegments(
  db: Db,
  k: Knex,
  { segments = [] }: Audience,
  now: number,
): Promise<Fragment | null> {
  if (segments.length === 0) return null;
  const rule = { kind: 'any', rules: segments.map((segment) => segment.rule) } as const;
  return whereRule(rule, { db, slots: await slotsOf(db, k), now });
}

/** Leaves of readers, members as `m`, those the rule is true of. */
export function narrow(db: Db, readers: Knex.QueryBuilder, { sql, bindings }: Fragment): void {
  void readers
    .join(`${TABLES.traits} as t`, 't.subscriber_id', 'm.subscriber_id')
    .whereRaw(sql, [...bindings]);
}
