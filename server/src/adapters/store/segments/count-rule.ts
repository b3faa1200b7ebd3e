import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { RuleCounter, SharedClock } from '../../../ports';
import type { Db } from '../database';
import { numberOf, type Row } from '../rows';
import { slotsOf } from '../traits/slots';
import { whereRule } from './where';

export function createRuleCounter(db: Db, clock: SharedClock = db): RuleCounter {
  const traits = (k: Knex): Knex.QueryBuilder => db.table(k, `${TABLES.traits} as t`);
  const count = async (rows: Knex.QueryBuilder): Promise<number> => {
    const [row]: Row[] = await rows.count({ n: '*' });
    return numberOf(row?.n);
  };
  return {
    count: (rule) =>
      db.read(async (k) => {
        const slots = await slotsOf(db, k);
        const { sql, bindings } = whereRule(rule, { db, slots, now: await clock.now() });
        const readers = await count(traits(k).whereRaw(sql, [...bindings]));
        return { readers, of: await count(traits(k)) };
      }),
  };
}
