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
}

/** The part of a content type's schema that says whether a mapping fits it. */
export type Attributes = Readonly<Record<string, { readonly type: string } | undefined>>;

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

const MEANINGS = Object.keys(FITTING) as (keyof typeof FITTING)[];

/** What does not fit; a source with trouble is not read, and its list stays as it is. */
export function troublesOf(
  { contentType, fields }: SourceMapping,
  attributes: Attributes | undefined,
): MappingTrouble[] {
  if (!attributes) return [{ field: contentType, expected: 'a content type of this Strapi' }];
  return MEANINGS.flatMap((meaning) => {
    const field = fields[meaning];
    if (field === undefined) return [];
    const { types, expected } = FITTING[meaning];
    const type = attributes[field]?.type;
    return type !== undefined && (types as readonly string[]).includes(type)
      ? []
      : [{ field, expected }];
  });
}

/**
 * Whether a consent field says yes: true, or a date that has come.
 *
 * @param value as the database layer hands it over
 * @param now   ms since 1970
 */
export function isConsent(value: unknown, now: number): boolean {
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) return value.getTime() <= now;
  return typeof value === 'string' && Date.parse(value) <= now;
}
