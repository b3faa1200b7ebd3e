import { cleanLine } from '../messages/characters';
import { holdsAddress } from '../subscribers/address';
import type { Attribute, AttributeKind } from './rule';

/** A date is ms since 1970. */
export type AttributeValue = string | number | boolean;

/** What is known of one person, by the attribute's name; what is not known is not in it. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** Characters; what is longer is cut off, before anybody compares it. */
export const LONGEST_TEXT = 200;

/** A field's value, as the database layer hands it over, as an attribute; null: there is none. */
export function attributeValue(kind: AttributeKind, value: unknown): AttributeValue | null {
  if (value === null || value === undefined || value === '') return null;
  return READ[kind](value);
}

/** The values of these attributes, without those there are none of. */
export const valuesOf = <One extends Attribute>(
  attributes: readonly One[],
  read: (attribute: One) => unknown,
): AttributeValues =>
  Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = attributeValue(attribute.kind, read(attribute));
      return value === null ? [] : [[attribute.name, value]];
    }),
  );

const KEPT_AS: Record<AttributeKind, string> = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
  date: 'number',
};

/** Of values that were kept, those of attributes there still are, of the kind they still have. */
export const stillOf = (
  attributes: readonly Attribute[],
  values: AttributeValues,
): AttributeValues =>
  Object.fromEntries(
    attributes.flatMap(({ name, kind }) => {
      const value = values[name];
      if (value === undefined || typeof value !== KEPT_AS[kind]) return [];
      return typeof value === 'string' && holdsAddress(value) ? [] : [[name, value]];
    }),
  );

const READ: Record<AttributeKind, (value: unknown) => AttributeValue | null> = {
  text: (value) => (isScalar(value) ? shortened(cleanLine(String(value))) : null),
  number: (value) =>
    typeof value === 'number' || typeof value === 'string' ? finite(value) : null,
  flag: (value) => (typeof value === 'boolean' ? value : null),
  date: (value) => momentOf(value),
};

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number';

/** Attributes are kept in plain, so what holds an address is none, whatever field it stands in. */
const shortened = (text: string): string | null =>
  text === '' || holdsAddress(text) ? null : [...text].slice(0, LONGEST_TEXT).join('');

function finite(value: number | string): number | null {
  const number = Number(value);
  // A database keeps one zero.
  return Number.isFinite(number) ? number + 0 : null;
}

function momentOf(value: unknown): number | null {
  const at =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isSafeInteger(at) ? at : null;
}

/** The text as comparisons see it: ASCII letters small, all others as they are. */
export const folded = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A locale as comparisons see it: `ja-jp` for `ja_JP`. */
export const spoken = (locale: string): string => folded(locale).replaceAll('_', '-');
