import { type Complaint, wrong } from '../campaigns/setting';
import { agrees } from '../segments/in-force';
import {
  ATTRIBUTE_NAME,
  ATTRIBUTE_NAMES,
  type Attribute,
  type AttributeKind,
} from '../segments/rule';
import { fieldKind, type FieldKind } from './field-kind';
import type { HostFields, MappedAttribute, SourceMapping } from './source-mapping';

/** An attribute as somebody wishes for it: of which kind it is, its field says. */
export type WishedAttribute = Pick<MappedAttribute, 'name' | 'field'>;

export interface WishedMapping extends Omit<SourceMapping, 'attributes'> {
  readonly attributes?: readonly WishedAttribute[] | undefined;
}

/** Which field is what, and who: all of a source that can be changed. */
export type Meaning = Pick<
  WishedMapping,
  'fields' | 'consentIs' | 'wording' | 'attributes' | 'filter'
>;

/** An address is nobody's attribute: attributes are kept in plain. */
const KIND_OF: Readonly<Partial<Record<FieldKind, AttributeKind>>> = {
  text: 'text',
  words: 'text',
  number: 'number',
  boolean: 'flag',
  date: 'date',
};

/** With the kinds their fields have now; where a field has none, the complaint says so. */
export function withKinds(
  { attributes: wished = [], ...rest }: WishedMapping,
  host: HostFields,
): SourceMapping {
  if (wished.length === 0) return rest;
  const attributes = wished.map(({ name, field }) => ({
    ...{ name, field },
    kind: kindOf(field, host) ?? ('text' as const),
  }));
  return { ...rest, attributes };
}

/** Without what the configuration has given another kind since: its values would stand where others are. */
export function fitted(mapping: SourceMapping, fixed: readonly Attribute[]): SourceMapping {
  const { attributes: all = [] } = mapping;
  const attributes = all.filter((one) => agrees(one, fixed));
  return attributes.length === all.length ? mapping : { ...mapping, attributes };
}

const kindOf = (field: string, host: HostFields): AttributeKind | undefined => {
  const kind = fieldKind(host[field]?.type ?? '');
  return kind === null ? undefined : KIND_OF[kind];
};

/** What these sources call the address or the name of a type's people: so it is one, whoever else leaves it out. */
export const personalFields = (
  mappings: readonly Pick<SourceMapping, 'contentType' | 'fields'>[],
  contentType: string,
): ReadonlySet<string> =>
  new Set(
    mappings
      .filter((mapping) => mapping.contentType === contentType)
      .flatMap(({ fields: { email, name } }) => (name === undefined ? [email] : [email, name])),
  );

/** What is wrong with what somebody wishes to know of people; `personal` is what other sources say of their fields. */
export function wishComplaints(
  { contentType, attributes = [], fields }: SourceMapping,
  host: HostFields,
  personal: ReadonlySet<string>,
): Complaint[] {
  const names = attributes.map(({ name }) => name);
  const own = personalFields([{ contentType, fields }], contentType);
  return [
    ...wrong(!names.every((name) => ATTRIBUTE_NAME.test(name)), 'attributes', ATTRIBUTE_NAMES),
    ...wrong(new Set(names).size < names.length, 'attributes', 'each name once'),
    ...attributes.flatMap(({ field }) => {
      const isPersonal = own.has(field) || personal.has(field);
      return wrong(isPersonal || kindOf(field, host) === undefined, field, PLAIN);
    }),
  ];
}

const PLAIN = 'a field that is neither an address nor a name, since attributes are kept in plain';
