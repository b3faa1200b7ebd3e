import { valuesOf, type AttributeValues } from '../segments/attributes';
import type { AttributeKind } from '../segments/rule';
import { holdsAddress } from './address';
import { isConsent, type MappedAttribute } from './source-mapping';
import type { SourcePerson } from './subscriber';

export type SqlClient = 'pg' | 'mysql' | 'sqlite';

/** A customer database of the site owner's, and the one question we ask it. */
export interface SqlSource {
  readonly id: string;
  readonly list: string;
  /** What its ids are ids of; sources of one word are over the same people. Absent: of this source alone. */
  readonly people?: string | undefined;
  readonly connection: SqlConnection;
  /** Written by the site owner in a file; nobody in the admin sees or changes it. */
  readonly query: string;
  /** Columns of what the query answers. */
  readonly fields: {
    readonly id: string;
    readonly email: string;
    readonly name?: string;
    readonly locale?: string;
    readonly consent: string;
  };
  /** What segments may ask for, by column; plain, so never what is personal. */
  readonly attributes?: readonly MappedAttribute[];
  /** Which words in the consent column mean yes; absent: it says it itself. */
  readonly consentIs?: readonly string[];
  /** Which version of the words people agree to; kept with each consent from then on. Absent: not known. */
  readonly wording?: string | undefined;
  /** How often everybody is gone through. */
  readonly everyMinutes: number;
  /** How long one question may take. */
  readonly timeoutSeconds: number;
}

export type SqlConnection =
  | { readonly client: 'sqlite'; readonly filename: string }
  | {
      readonly client: 'pg' | 'mysql';
      readonly host: string;
      readonly port?: number;
      readonly user: string;
      readonly password?: string;
      readonly database: string;
      readonly ssl: boolean;
    };

type Row = Readonly<Record<string, unknown>>;

/** As long as an external id may be in our own tables. */
const LONGEST_ID = 128;

/** Whether every column the mapping names is there: an absent one is no consent withdrawn. */
export const hasColumns = (
  row: Row,
  { fields, attributes = [] }: Pick<SqlSource, 'fields' | 'attributes'>,
): boolean =>
  [...Object.values(fields), ...attributes.map(({ field }) => field)].every(
    (column) => column in row,
  );

/**
 * Null for what cannot be an id: a number or a text, nothing a cursor could not be made of, and no e-mail
 * address, since ids are kept in plain, are shown, and stay after an erasure.
 */
export function externalIdOf(value: unknown): string | null {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  const isId = typeof value === 'string' && value.length <= LONGEST_ID && !holdsAddress(value);
  return isId ? value : null;
}

/** @param now ms since 1970 */
export const personOfRow = (
  row: Row,
  externalId: string,
  { source, now }: { readonly source: SqlSource; readonly now: number },
): SourcePerson => ({
  externalId,
  address: textIn(row, source.fields.email),
  name: textIn(row, source.fields.name),
  locale: textIn(row, source.fields.locale),
  consent: saysYes(row[source.fields.consent], now, source.consentIs),
  confirmed: true,
  blocked: false,
  ...(source.wording === undefined ? {} : { wording: source.wording }),
  ...(source.attributes ? { attributes: valuesIn(row, source.attributes) } : {}),
});

const valuesIn = (row: Row, attributes: readonly MappedAttribute[]): AttributeValues =>
  valuesOf(attributes, ({ kind, field }) => asKept(kind, row[field]));

/** Databases without booleans keep 1 or a single bit, and large numbers come as a kind of their own. */
function asKept(kind: AttributeKind, value: unknown): unknown {
  if (kind === 'flag' && typeof value !== 'boolean') return bitOf(value);
  return typeof value === 'bigint' ? String(value) : value;
}

function bitOf(value: unknown): boolean | null {
  const bit = value instanceof Uint8Array && value.length === 1 ? value[0] : value;
  return bit === null || bit === undefined ? null : Number(bit) === 1;
}

function textIn(row: Row, column: string | undefined): string | null {
  const value = column === undefined ? null : row[column];
  return typeof value === 'string' ? value : null;
}

/** Databases without booleans keep 1, or a single bit; a text is a date only if it is written as one. */
function saysYes(value: unknown, now: number, words: readonly string[] | undefined): boolean {
  if (words) return isConsent(value, now, words);
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) === 1;
  if (value instanceof Uint8Array) return value.length === 1 && value[0] === 1;
  if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(value)) return false;
  return isConsent(value, now);
}

/**
 * Whether a page goes up from where the one before ended. Only numbers are compared: how texts sort is the
 * other database's own.
 */
export function isInOrder(ids: readonly string[], areNumbers: boolean): boolean {
  if (new Set(ids).size !== ids.length) return false;
  if (!areNumbers) return true;
  return ids.every((id, at) => /^-?\d/.test(id) && (at === 0 || isBelow(ids[at - 1] ?? '', id)));
}

const isBelow = (one: string, other: string): boolean =>
  isWhole(one) && isWhole(other) ? BigInt(one) < BigInt(other) : Number(one) < Number(other);

const isWhole = (id: string): boolean => /^-?\d+$/.test(id);
