import type { Knex } from 'knex';
import type { Settlement } from '../../../ports';
import { fromSaid } from './rows';

/**
 * Many outcomes in one statement: at thousands a second a statement each would be all we do.
 *
 * @param rows the rows to write, by conditions of the caller's; those that fit no longer are left alone
 * @returns how many were written
 */
export async function writeSettlements(
  k: Knex,
  rows: Knex.QueryBuilder,
  settlements: readonly Settlement[],
  at: number,
): Promise<number> {
  if (settlements.length === 0) return 0;
  const each = (value: (settlement: Settlement) => string | number | null) =>
    valueById(
      k,
      settlements.map((settlement) => [settlement.id, value(settlement)]),
    );
  return rows
    .whereIn(
      'id',
      settlements.map(({ id }) => Number(id)),
    )
    .update({
      state: each(({ change }) => change.state),
      because: each(({ change }) => change.because),
      reply: each(({ change }) => fromSaid(change)),
      attempt: each(({ change }) => change.attempt),
      first_tried_at: each(({ change }) => change.firstTriedAt),
      due_at: each(({ change }) => change.dueAt),
      tried_at: at,
    });
}

type Value = string | number | null;

/** One value if all are the same, else a CASE. Numbers stand in the text: PostgreSQL takes a bound one for text. */
function valueById(k: Knex, values: readonly (readonly [id: string, value: Value])[]) {
  const [, first = null] = values[0] ?? [];
  if (values.every(([, value]) => value === first)) return first;
  const cases = values.map(([id, value]) => `when ${Number(id)} then ${literal(value)}`);
  const bound = values.map(([, value]) => value).filter((value) => typeof value === 'string');
  return k.raw(`case id ${cases.join(' ')} end`, bound);
}

function literal(value: Value): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(Math.trunc(value)) : '?';
}
