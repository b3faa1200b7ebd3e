import type { Word } from '../../../words';
import type { AttributeDraft, Draft, FieldShown } from './draft';

/** Attributes are kept in plain: no address is one, nor what people are called. */
export const attributeFields = (
  fields: readonly FieldShown[],
  { email, name: called }: Pick<Draft, 'email' | 'name'>,
) => fields.filter(({ kind, name }) => kind !== 'email' && name !== email && name !== called);

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** What is wrong with the name of the one at this place; null: nothing. */
export function nameFault(at: number, attributes: readonly AttributeDraft[]): Word | null {
  const name = attributes[at]?.name ?? '';
  if (!NAME.test(name)) return 'source.attribute-bad-name';
  const isFirst = attributes.findIndex((one) => one.name === name) === at;
  return isFirst ? null : 'source.attribute-same-name';
}

/** `joined_on` for `joinedOn`, with a number where there is one of that name. */
export function freeName(field: string, others: readonly AttributeDraft[]): string {
  const plain = field
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 28);
  const isTaken = (name: string) => others.some((one) => one.name === name);
  for (let at = 2; plain !== '' && isTaken(plain); at += 1) {
    if (!isTaken(`${plain}_${at}`)) return `${plain}_${at}`;
  }
  return plain;
}

export const areWhole = (draft: Draft, fields: readonly FieldShown[]): boolean =>
  draft.attributes.every(
    ({ field }, at) =>
      nameFault(at, draft.attributes) === null &&
      attributeFields(fields, draft).some(({ name }) => name === field),
  );

/** The draft after its address or its name was chosen: that field is no attribute any more. */
export const withoutPersonal = (draft: Draft): Draft => ({
  ...draft,
  attributes: draft.attributes.filter(({ field }) => field !== draft.email && field !== draft.name),
});
