import type { SourceType, SourceWish } from '../../../../../server/src/contracts/sources';
import { areWhole } from './attributes';
import { type Draft, type FieldShown, isCompared } from './draft';

/** Whether there is enough to try it. */
export function isWhole(draft: Draft, fields: readonly FieldShown[]): boolean {
  const { email, consent, words, conditions, listId, listName } = draft;
  const isEnumeration = fields.find(({ name }) => name === consent)?.kind === 'words';
  const areAsked = conditions.every(({ is, value }) => !isCompared(is) || value !== '');
  const isAgreed = consent !== '' && (!isEnumeration || words.length > 0);
  const isAll = isAgreed && areAsked && areWhole(draft, fields);
  return email !== '' && isAll && (listId !== '' || listName.trim() !== '');
}

/** @param id of the source there is; of a new one the type knows a free name */
export function wishOf(draft: Draft, { sourceId, fields }: SourceType, id = sourceId): SourceWish {
  const { uid, listId, listName } = draft;
  const list = listId === '' ? { name: listName.trim() } : { id: listId };
  return { id, contentType: uid, list, ...meaningOf(draft, fields) };
}

export function meaningOf(draft: Draft, fields: readonly FieldShown[]) {
  const { email, name, locale, consent, words, wording, attributes, conditions } = draft;
  const kindOf = (field: string) => fields.find((one) => one.name === field)?.kind;
  const all = conditions.map(({ field, is, value }) => ({
    ...{ field, is },
    ...(isCompared(is) ? { value: kindOf(field) === 'number' ? Number(value) : value } : {}),
  }));
  return {
    fields: { email, consent, ...(name ? { name } : {}), ...(locale ? { locale } : {}) },
    ...(kindOf(consent) === 'words' ? { consentIs: [...words] } : {}),
    ...(wording.trim() === '' ? {} : { wording: wording.trim() }),
    ...(attributes.length > 0 ? { attributes: attributes.map((one) => ({ ...one })) } : {}),
    ...(all.length > 0 ? { filter: { all } } : {}),
  };
}
