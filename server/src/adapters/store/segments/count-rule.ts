import type { Knex } from 'knex';
import { asksLists } from '../../../domain/segments/check';
import type { Rule } from '../../../domain/segments/rule';
import { TABLES } from '../../../names';
import type { RuleCounter, SharedClock } from '../../../ports';
import type { Db } from '../database';
import { numberOf, type Row } from '../rows';
import { slotsOf } from '../traits/slots';
import { type Fragment, whereRule } from './where';

type Counted = Awaited<ReturnType<RuleCounter['count']>>;

export function createRuleCounter(db: Db, clock: SharedClock = db): RuleCounter {
  const count = async (k: Knex, rule: Rule): Promise<Counted> => {
    const slots = await slotsOf(db, k);
    const where = whereRule(rule, { db, slots, now: await clock.now() });
    const traits = db.table(k, `${TABLES.traits} as t`);
    return asksLists(rule) ? countApart(traits, where) : countTogether(k, traits, where);
  };
  return {
    count: (rule) =>
      db.dialect === 'postgres'
        ? db.within(async (k) => {
            // Compiling the statement takes longer than a million rows do.
            await k.raw('set local jit = off');
            return count(k, rule);
          })
        : db.read((k) => count(k, rule)),
  };
}

/** One scan for both. */
async function countTogether(
  k: Knex,
  traits: Knex.QueryBuilder,
  { sql, bindings }: Fragment,
): Promise<Counted> {
  const readers = k.raw(`coalesce(sum(case when ${sql} then 1 else 0 end), 0) as readers`, [
    ...bindings,
  ]);
  const [row]: Row[] = await traits.select(readers).count({ of: '*' });
  return { readers: numberOf(row?.readers), of: numberOf(row?.of) };
}

/** In a condition databases read a list once; in what is summed up, once for each reader. */
async function countApart(
  traits: Knex.QueryBuilder,
  { sql, bindings }: Fragment,
): Promise<Counted> {
  const [all]: Row[] = await traits.clone().count({ n: '*' });
  const [found]: Row[] = await traits.whereRaw(sql, [...bindings]).count({ n: '*' });
  return { readers: numberOf(found?.n), of: numberOf(all?.n) };
}
