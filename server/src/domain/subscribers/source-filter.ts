import { fieldKind, type FieldKind } from './field-kind';
import type { HostFields, MappingTrouble } from './source-mapping';

export const CONDITION_WORDS = ['equal', 'not-equal', 'known', 'unknown', 'yes', 'no'] as const;
export type ConditionWord = (typeof CONDITION_WORDS)[number];

/** What one field has to say; `value` is what `equal` and `not-equal` compare with. */
export interface Condition {
  readonly field: string;
  readonly is: ConditionWord;
  readonly value?: string | number | undefined;
}

/** Whom a source names at all: those of whom all of this is true. */
export interface SourceFilter {
  readonly all: readonly Condition[];
}

/** More would be a rule that nobody can check by reading it. */
export const MOST_CONDITIONS = 5;

const COMPARED: readonly ConditionWord[] = ['equal', 'not-equal', 'known', 'unknown'];

/** Dates and e-mail addresses are not in it: nobody finds out by a filter whose address is what. */
export const CONDITIONS_OF: Readonly<Partial<Record<FieldKind, readonly ConditionWord[]>>> = {
  text: COMPARED,
  words: COMPARED,
  number: COMPARED,
  boolean: ['yes', 'no'],
};

export const filteredFields = (filter: SourceFilter | undefined): string[] =>
  filter?.all.map(({ field }) => field) ?? [];

/** @param email the field that holds the address */
export function troublesOfFilter(
  { all }: SourceFilter,
  email: string,
  host: HostFields,
): MappingTrouble[] {
  return all.flatMap((condition) => {
    const { field } = condition;
    const found = field === email ? undefined : host[field];
    const kind = found && found.private !== true ? fieldKind(found.type) : null;
    const words = kind === null ? undefined : CONDITIONS_OF[kind];
    if (kind === null || !words) return [{ field, expected: FILTERABLE }];
    if (!words.includes(condition.is)) return [{ field, expected: `asked for ${list(words)}` }];
    return isComparable(condition, kind, found?.enum)
      ? []
      : [{ field, expected: `compared with ${COMPARABLE[kind] ?? 'a value'}` }];
  });
}

const FILTERABLE =
  'a text, enumeration, boolean or number field that is not private and not the address';
const COMPARABLE: Readonly<Partial<Record<FieldKind, string>>> = {
  text: 'a text',
  words: 'one of its values',
  number: 'a number',
};
const list = (words: readonly string[]): string => words.join(', ');

function isComparable(
  { is, value }: Condition,
  kind: FieldKind,
  words: readonly string[] | undefined,
): boolean {
  if (is !== 'equal' && is !== 'not-equal') return value === undefined;
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value === '') return false;
  return kind !== 'words' || (words?.includes(value) ?? true);
}

/** Nothing said is unknown, no yes, and no value; `Tokyo` is not `tokyo`, on every database. */
export const isNamed = (
  row: Readonly<Record<string, unknown>>,
  filter: SourceFilter | undefined,
): boolean => (filter?.all ?? []).every((condition) => holds(row[condition.field], condition));

function holds(found: unknown, { is, value }: Condition): boolean {
  const isKnown = found !== null && found !== undefined && found !== '';
  const isEqual = isKnown && (typeof value === 'number' ? Number(found) : found) === value;
  return {
    equal: isEqual,
    'not-equal': !isEqual,
    known: isKnown,
    unknown: !isKnown,
    yes: found === true,
    no: found !== true,
  }[is];
}
