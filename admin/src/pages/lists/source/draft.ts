import type {
  MadeSourceShown,
  SourceType,
  SourceWish,
} from '../../../../../server/src/contracts/sources';

export type FieldShown = SourceType['fields'][number];
export type Comparison = NonNullable<SourceWish['filter']>['all'][number]['is'];

export interface ConditionDraft {
  readonly field: string;
  readonly is: Comparison;
  readonly value: string;
}

/** A field, and the name by which segments ask for it. */
export interface AttributeDraft {
  readonly field: string;
  readonly name: string;
}

/** A source as somebody is about to make it. */
export interface Draft {
  readonly uid: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly consent: string;
  /** Which values mean yes, where consent is an enumeration. */
  readonly words: readonly string[];
  /** Which version of the words people agree to; empty: not known. */
  readonly wording: string;
  readonly attributes: readonly AttributeDraft[];
  readonly conditions: readonly ConditionDraft[];
  /** Empty: a new one, called `listName`. */
  readonly listId: string;
  readonly listName: string;
}

/** What each step of the form shows and changes. */
export interface StepProps {
  readonly draft: Draft;
  readonly fields: readonly FieldShown[];
  readonly change: (draft: Draft) => void;
}

/** Nothing chosen yet. */
export const NO_DRAFT: Draft = {
  ...{ uid: '', email: '', name: '', locale: '', consent: '' },
  ...{ words: [], wording: '', attributes: [], conditions: [], listId: '', listName: '' },
};

const TEXTS = ['text', 'words', 'email'];
const YESES = ['boolean', 'date', 'words'];
const FILTERED = ['text', 'words', 'boolean', 'number'];

export const MOST_CONDITIONS = 5;

export const emailFields = (fields: readonly FieldShown[]) =>
  fields.filter(({ kind }) => kind === 'email' || kind === 'text');
export const textFields = (fields: readonly FieldShown[]) =>
  fields.filter(({ kind }) => TEXTS.includes(kind));
export const consentFields = (fields: readonly FieldShown[]) =>
  fields.filter(({ kind }) => YESES.includes(kind));
export const filterFields = (fields: readonly FieldShown[], { email }: Draft) =>
  fields.filter(({ kind, name }) => FILTERED.includes(kind) && name !== email);

/** With the address chosen where there is but one field for it; consent is nobody's guess. */
export function draftFor({ uid, fields }: SourceType, before: Draft = NO_DRAFT): Draft {
  const email = fields.find(({ kind }) => kind === 'email')?.name ?? '';
  return { ...NO_DRAFT, uid, email, listId: before.listId, listName: before.listName };
}

export const draftOf = (made: MadeSourceShown): Draft => ({
  ...{ uid: made.contentType, email: made.fields.email, consent: made.fields.consent },
  ...{ name: made.fields.name ?? '', locale: made.fields.locale ?? '' },
  words: made.consentIs ?? [],
  ...{ wording: made.wording ?? '', attributes: made.attributes ?? [] },
  conditions: (made.filter?.all ?? []).map(({ field, is, value }) => ({
    ...{ field, is, value: value === undefined ? '' : String(value) },
  })),
  ...{ listId: made.list, listName: '' },
});

/** What a condition on this field can say; the first is what it says at first. */
export function comparisonsOf(field: FieldShown | undefined): readonly Comparison[] {
  return field?.kind === 'boolean' ? ['yes', 'no'] : ['equal', 'not-equal', 'known', 'unknown'];
}

export const isCompared = (is: Comparison): boolean => is === 'equal' || is === 'not-equal';
