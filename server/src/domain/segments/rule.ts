export const ATTRIBUTE_KINDS = ['text', 'number', 'flag', 'date'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/** What a source says of a person besides their address; plain, and what segments ask for. */
export interface Attribute {
  readonly name: string;
  readonly kind: AttributeKind;
}

/** Over a whole site, so that each has a column of its own. */
export const ATTRIBUTES_OF_A_KIND = 10;
export const ATTRIBUTE_NAME = /^[a-z][a-z0-9_]{0,31}$/;
/** {@link ATTRIBUTE_NAME} in words, for whoever wrote another. */
export const ATTRIBUTE_NAMES =
  'attribute names of a–z, 0–9 and _, at most 32 characters, a letter first';

/** Two-valued: a condition over an attribute the reader has no value for is false, and its `not` true. */
export type Rule = Group | Negation | Condition;

export interface Group {
  readonly kind: 'all' | 'any';
  /** At least one. */
  readonly rules: readonly Rule[];
}

export interface Negation {
  readonly kind: 'not';
  readonly rule: Rule;
}

export type Condition =
  /** Case counts for nothing in ASCII letters, and for something in all others. */
  | {
      readonly kind: 'text';
      readonly attribute: string;
      readonly is: 'equal' | 'starts-with' | 'contains';
      readonly value: string;
    }
  | {
      readonly kind: 'number';
      readonly attribute: string;
      readonly is: 'equal' | 'at-least' | 'at-most';
      readonly value: number;
    }
  | { readonly kind: 'flag'; readonly attribute: string }
  /** `value` in ms since 1970. */
  | {
      readonly kind: 'date';
      readonly attribute: string;
      readonly is: 'before' | 'from';
      readonly value: number;
    }
  /** Counted back or forward from now. */
  | {
      readonly kind: 'date';
      readonly attribute: string;
      readonly is: 'in-the-last' | 'in-the-next';
      readonly days: number;
    }
  /** The reader has a value at all. */
  | { readonly kind: 'known'; readonly attribute: string }
  | { readonly kind: 'list'; readonly list: string }
  /** On the list, and since when; ms since 1970. */
  | {
      readonly kind: 'since';
      readonly list: string;
      readonly is: 'before' | 'from';
      readonly value: number;
    }
  /** `ja` also means `ja-JP`. */
  | { readonly kind: 'locale'; readonly locale: string };

/** A rule with a name, as the site keeps it. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
  /** ms since 1970. */
  readonly changedAt: number;
}

/** A segment as an edition holds it: what becomes of the segment afterwards changes nothing in it. */
export type FrozenSegment = Omit<Segment, 'changedAt'>;
