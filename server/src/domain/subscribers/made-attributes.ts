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

/** What of another source there is to go together with. */
export type Beside = Pick<SourceMapping, 'contentType' | 'fields' | 'attributes'>;

/** What is wrong with what somebody wishes to know of people; a field one source calls personal is so for all. */
export function wishComplaints(
  mapping: SourceMapping,
  host: HostFields,
  beside: readonly Beside[],
): Complaint[] {
  const { attributes = [] } = mapping;
  const names = attributes.map(({ name }) => name);
  const others = beside.filter(({ contentType }) => contentType === mapping.contentType);
  const personal = new Set([mapping, ...others].flatMap(personalFields));
  const plain = new Set(others.flatMap(({ attributes: theirs = [] }) => theirs.map(fieldOf)));
  return [
    ...wrong(!names.every((name) => ATTRIBUTE_NAME.test(name)), 'attributes', ATTRIBUTE_NAMES),
    ...wrong(new Set(names).size < names.length, 'attributes', 'each name once'),
    ...attributes.flatMap(({ field }) =>
      wrong(personal.has(field) || kindOf(field, host) === undefined, field, PLAIN),
    ),
    ...personalFields(mapping).flatMap((field) => wrong(plain.has(field), field, PLAIN_ELSEWHERE)),
  ];
}

const personalFields = ({ fields: { email, name } }: Pick<SourceMapping, 'fields'>): string[] =>
  name === undefined ? [email] : [email, name];

const fieldOf = ({ field }: { readonly field: string }): string => field;

const PLAIN = 'a field that is neither an address nor a name, since attributes are kept in plain';
const PLAIN_ELSEWHERE = 'a field that no other source keeps in plain, as an attribute';
