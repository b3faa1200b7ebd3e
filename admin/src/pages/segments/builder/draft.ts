/** A rule while it is built: every part may still be unfinished, and each has an id of its own. */
export type Part = DraftGroup | DraftCondition;

export type Joined = 'all' | 'any' | 'none';

export interface DraftGroup {
  readonly id: number;
  readonly kind: 'group';
  readonly joined: Joined;
  readonly parts: readonly Part[];
}

export interface DraftCondition {
  readonly id: number;
  readonly kind: 'condition';
  readonly what: What;
  readonly how: How | '';
  /** The id of a list; empty while none is chosen. */
  readonly list: string;
  /** As it is typed or chosen: text, digits, a locale, or a day as YYYY-MM-DD (UTC). */
  readonly value: string;
}

/** What of a reader is looked at; empty while not chosen. */
export type What = '' | 'list' | 'since' | 'locale' | `attribute.${string}`;

export type How =
  | ('equal' | 'not-equal' | 'starts-with' | 'contains' | 'known' | 'unknown')
  | ('at-least' | 'at-most' | 'yes' | 'no')
  | ('before' | 'from' | 'in-the-last' | 'in-the-next')
  | ('on' | 'not-on');

export const aCondition = (id: number): DraftCondition => ({
  ...{ id, kind: 'condition', what: '', how: '', list: '', value: '' },
});

const ATTRIBUTE = 'attribute.';

export const whatOf = (attribute: string): What => `${ATTRIBUTE}${attribute}`;

/** The name of the attribute looked at; undefined where it is none. */
export const attributeOf = (what: What): string | undefined =>
  what.startsWith(ATTRIBUTE) ? what.slice(ATTRIBUTE.length) : undefined;

export const MOST_PARTS = 20;
export const MOST_CONDITIONS = 50;
/** Groups and negations in one another. */
export const DEEPEST = 5;

/** *None of these* is a negation of a group, and of a single part that part's alone. */
export const levelsOf = ({ joined, parts }: DraftGroup): number =>
  joined === 'none' && parts.length > 1 ? 2 : 1;

/** How a way to ask is called when it is turned round. */
export const TURNED: Readonly<Partial<Record<How | '', How>>> = {
  equal: 'not-equal',
  known: 'unknown',
  yes: 'no',
  on: 'not-on',
};

export const isTurned = ({ how }: DraftCondition): boolean =>
  how !== '' && Object.values(TURNED).includes(how);

export const conditionsIn = (part: Part): number =>
  part.kind === 'condition' ? 1 : part.parts.reduce((sum, one) => sum + conditionsIn(one), 0);
