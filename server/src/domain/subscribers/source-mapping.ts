import type { Attribute, AttributeKind } from '../segments/rule';
import { filteredFields, type SourceFilter, troublesOfFilter } from './source-filter';

/** An attribute and the field it is read from. */
export interface MappedAttribute extends Attribute {
  readonly field: string;
}

/** Which of a content type's fields means what. */
export interface SourceMapping {
  readonly id: string;
  /** UID, e.g. `plugin::users-permissions.user`. */
  readonly contentType: string;
  readonly list: string;
  readonly fields: {
    readonly email: string;
    readonly name?: string;
    readonly locale?: string;
    readonly consent: string;
  };
  /** Which words in the consent field mean yes; absent: it is a boolean or a date, and says it itself. */
  readonly consentIs?: readonly string[];
  /** Which version of the words people agree to; kept with each consent from then on. Absent: not known. */
  readonly wording?: string | undefined;
  /** What segments may ask for; plain, so never what is personal. */
  readonly attributes?: readonly MappedAttribute[];
  /** Whom it names at all; absent: everybody of the type. */
  readonly filter?: SourceFilter | undefined;
}

/** All fields a source looks at, each once. */
export const fieldsRead = ({
  fields,
  attributes = [],
  filter,
}: Pick<SourceMapping, 'fields' | 'filter'> & {
  readonly attributes?: readonly Pick<MappedAttribute, 'field'>[] | undefined;
}): string[] => [
  ...new Set([
    ...Object.values(fields),
    ...attributes.map(({ field }) => field),
    ...filteredFields(filter),
  ]),
];

/** Of a content type's schema, where Strapi calls fields attributes: what says whether a mapping fits it. */
export type HostFields = Readonly<Record<string, HostField | undefined>>;

interface HostField {
  readonly type: string;
  /** The words of an enumeration. */
  readonly enum?: readonly string[];
  /** Strapi never answers with it. */
  readonly private?: boolean;
}

export interface MappingTrouble {
  readonly field: string;
  readonly expected: string;
}

const TEXTS = ['email', 'string', 'text', 'enumeration', 'uid'];
const FITTING = {
  email: { types: ['email', 'string', 'text'], expected: 'a text field with e-mail addresses' },
  name: { types: TEXTS, expected: 'a text field' },
  locale: { types: TEXTS, expected: 'a text field' },
  consent: {
    types: ['boolean', 'date', 'datetime', 'timestamp'],
    expected: 'a boolean, or a date that is set when consent was given',
  },
} as const;

const FITTING_KIND: Record<AttributeKind, Fitting> = {
  text: { types: TEXTS, expected: 'a text field' },
  number: { types: ['integer', 'biginteger', 'decimal', 'float'], expected: 'a number' },
  flag: { types: ['boolean'], expected: 'a boolean' },
  date: { types: ['date', 'datetime', 'timestamp'], expected: 'a date' },
};

const MEANINGS = Object.keys(FITTING) as (keyof typeof FITTING)[];

/** What does not fit; a source with trouble is not read, and its list stays as it is. */
export function troublesOf(mapping: SourceMapping, host: HostFields | undefined): MappingTrouble[] {
  const { contentType, fields, filter } = mapping;
  if (!host) return [{ field: contentType, expected: 'a content type of this Strapi' }];
  const ofFilter = filter ? troublesOfFilter(filter, fields.email, host) : [];
  const wanted = MEANINGS.flatMap((meaning) => {
    const field = fields[meaning];
    return field === undefined ? [] : [{ field, ...fitting(meaning, mapping) }];
  });
  const asked = (mapping.attributes ?? []).map(({ field, kind }) => ({
    field,
    ...FITTING_KIND[kind],
  }));
  return [...wanted, ...asked]
    .flatMap(({ field, types, words = [], expected }) => {
      const found = host[field];
      return found && types.includes(found.type) && words.every(mayStandIn(found))
        ? []
        : [{ field, expected }];
    })
    .concat(ofFilter);
}

interface Fitting {
  readonly types: readonly string[];
  readonly words?: readonly string[];
  readonly expected: string;
}

function fitting(meaning: keyof typeof FITTING, { consentIs: words }: SourceMapping): Fitting {
  if (meaning !== 'consent' || !words) return FITTING[meaning];
  const expected = `an enumeration or text field in which ${words.join(' or ')} can stand`;
  return { types: TEXTS, words, expected };
}

const mayStandIn =
  (field: HostField) =>
  (word: string): boolean =>
    field.enum?.includes(word) ?? true;

/**
 * Whether a consent field says yes: true, a date that has come, or one of the words that mean it.
 *
 * @param value as the database layer hands it over
 * @param now   ms since 1970
 * @param words as they are written; `Yes` is not `yes`
 */
export function isConsent(value: unknown, now: number, words?: readonly string[]): boolean {
  if (words) return typeof value === 'string' && words.includes(value);
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) return value.getTime() <= now;
  return typeof value === 'string' && Date.parse(value) <= now;
}
