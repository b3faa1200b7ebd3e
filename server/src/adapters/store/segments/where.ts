import { folded, spoken } from '../../../domain/segments/attributes';
import { asksLists } from '../../../domain/segments/check';
import { stretchOf } from '../../../domain/segments/matches';
import type { Condition, Rule } from '../../../domain/segments/rule';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import type { Slot } from '../traits/slots';

/** A piece of SQL with `?` for what it is bound to. */
export interface Fragment {
  readonly sql: string;
  readonly bindings: readonly (string | number | boolean)[];
}

export interface Asked {
  readonly db: Db;
  readonly slots: readonly Slot[];
  /** ms since 1970. */
  readonly now: number;
}

/**
 * A rule over `countersign_traits as t`, true and false exactly where `domain/segments/matches` is: nothing
 * here is ever NULL, so that a negation is never unknown.
 */
export function whereRule(rule: Rule, asked: Asked): Fragment {
  switch (rule.kind) {
    case 'all':
      return joined(' and ', rule.rules, asked);
    case 'any':
      return joined(' or ', rule.rules, asked);
    case 'not': {
      const { sql, bindings } = whereRule(rule.rule, asked);
      return { sql: `not ${sql}`, bindings };
    }
    default:
      return whereCondition(rule, asked);
  }
}

function joined(by: string, rules: readonly Rule[], asked: Asked): Fragment {
  const parts = cheapFirst(rules).map((rule) => whereRule(rule, asked));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(by)})`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

/** Columns of the row at hand before rows of another table: databases stop at the first answer. */
const cheapFirst = (rules: readonly Rule[]): Rule[] =>
  [...rules].sort((a, b) => Number(asksLists(a)) - Number(asksLists(b)));

const NEVER: Fragment = { sql: '1 = 0', bindings: [] };

function whereCondition(condition: Condition, asked: Asked): Fragment {
  if (condition.kind === 'locale') return whereLocale(spoken(condition.locale));
  if ('list' in condition) return whereList(condition, asked);
  const slot = asked.slots.find(({ name }) => name === condition.attribute);
  if (!slot) return NEVER;
  const column = `t.${slot.column}`;
  if (condition.kind === 'known') return { sql: `${column} is not null`, bindings: [] };
  return slot.kind === condition.kind ? settled(overColumn(condition, column, asked)) : NEVER;
}

/** Of who has no value it is false, not unknown. */
const settled = ({ sql, bindings }: Fragment): Fragment => ({
  sql: `coalesce(${sql}, false)`,
  bindings,
});

/** Stored small, with `-`; a language tag holds nothing that is a pattern. */
const whereLocale = (locale: string): Fragment =>
  settled({ sql: `(t.locale = ? or t.locale like ?)`, bindings: [locale, `${locale}-%`] });

type OverList = Extract<Condition, { readonly list: string }>;

function whereList(condition: OverList, { db }: Asked): Fragment {
  const member = `select 1 from ${db.name(TABLES.memberships)} lm
    where lm.list_id = ? and lm.is_on = ? and lm.subscriber_id = t.subscriber_id`;
  const bindings = [condition.list, true];
  if (condition.kind === 'list') return { sql: `exists (${member})`, bindings };
  const since = condition.is === 'before' ? '<' : '>=';
  return {
    sql: `exists (${member} and lm.since ${since} ?)`,
    bindings: [...bindings, condition.value],
  };
}

type OverColumn = Extract<Condition, { readonly kind: 'text' | 'number' | 'flag' | 'date' }>;

function overColumn(condition: OverColumn, column: string, { db, now }: Asked): Fragment {
  switch (condition.kind) {
    case 'flag':
      return { sql: column, bindings: [] };
    case 'number':
      return { sql: `${column} ${NUMBER[condition.is]} ?`, bindings: [condition.value] };
    case 'text':
      return { sql: TEXT[condition.is](column, db), bindings: [folded(condition.value)] };
    case 'date': {
      const { from, before } = stretchOf(condition, now);
      return between(column, from, before);
    }
  }
}

const NUMBER = { equal: '=', 'at-least': '>=', 'at-most': '<=' } as const;

/** Not `like`: what is looked for may hold its signs, and SQLite's passes over case. */
const placeIn = (column: string, { dialect }: Db): string =>
  `${dialect === 'postgres' ? 'strpos' : 'instr'}(${column}, ?)`;

const TEXT = {
  equal: (column: string) => `${column} = ?`,
  'starts-with': (column: string, db: Db) => `${placeIn(column, db)} = 1`,
  contains: (column: string, db: Db) => `${placeIn(column, db)} > 0`,
} as const;

function between(column: string, from: number, before: number): Fragment {
  const ends = [
    { sql: `${column} >= ?`, end: from },
    { sql: `${column} < ?`, end: before },
  ].filter(({ end }) => Number.isFinite(end));
  return {
    sql: `(${ends.map(({ sql }) => sql).join(' and ')})`,
    bindings: ends.map(({ end }) => end),
  };
}
