import { complain, wrong, type Complaint, type Setting } from '../campaigns/setting';
import { holdsAddress } from './address';
import { fieldKind, type FieldKind } from './field-kind';
import { type Beside, type WishedMapping, wishComplaints, withKinds } from './made-attributes';
import { MOST_CONDITIONS } from './source-filter';
import { fieldsRead, type HostFields, type SourceMapping, troublesOf } from './source-mapping';

/** `removing`: it names nobody any more, until a run has let its people go. Then `removed`; its id stays taken. */
export const MADE_STATES = ['live', 'removing', 'removed'] as const;
export type MadeState = (typeof MADE_STATES)[number];

/** A source that people of the site made in the admin. */
export interface MadeSource {
  readonly mapping: SourceMapping;
  readonly state: MadeState;
  /** documentId */
  readonly madeBy: string;
  readonly madeAt: number;
  readonly changedAt: number;
}

/** What somebody wishes for; of a source that is changed only its meaning is. */
export interface SourceWish extends Omit<WishedMapping, 'list'> {
  /** An existing one by id, or a new one by name. */
  readonly list: { readonly id: string } | { readonly name: string };
}

/** A field somebody can choose, and what for. */
export interface SourceField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Of an enumeration. */
  readonly words: readonly string[];
}

/** Strapi's own of every type; that something was published says nothing of consent. */
const STRAPIS = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt'];

/** What a source can be made of; private fields are nobody's to choose. */
export const fieldsOf = (host: HostFields): SourceField[] =>
  Object.entries(host).flatMap(([name, field]) => {
    const isTheirs = field && field.private !== true && !STRAPIS.includes(name);
    const kind = isTheirs ? fieldKind(field.type) : null;
    return kind === null ? [] : [{ name, kind, words: field?.enum ?? [] }];
  });

/** Types of the host's own administration, and ours, are nobody's list. */
export const mayBeSource = (uid: string): boolean =>
  /^(api::|plugin::)/.test(uid) && !/^plugin::(countersign|upload|i18n|content-)/.test(uid);

/** Somebody could get mail from it: there are addresses, and something that can say yes. */
export const couldBeSource = (uid: string, host: HostFields): boolean => {
  const kinds = new Set(fieldsOf(host).map(({ kind }) => kind));
  const hasConsent = (['boolean', 'date', 'words'] as const).some((kind) => kinds.has(kind));
  return mayBeSource(uid) && hasConsent && (kinds.has('email') || kinds.has('text'));
};

/**
 * Where in a wish something is wrong, and what would be right; never what was written.
 *
 * @param beside all other sources over content types
 */
export function checkWish(
  wished: WishedMapping,
  host: HostFields | undefined,
  beside: readonly Beside[] = [],
): Setting<SourceMapping> {
  if (!host || !mayBeSource(wished.contentType)) {
    return complain([{ place: 'contentType', expected: 'a content type of this site' }]);
  }
  const mapping = withKinds(wished, host);
  const known = new Set(fieldsOf(host).map(({ name }) => name));
  const complaints = [
    ...fieldsRead(mapping).flatMap((field) => wrong(!known.has(field), field, CHOOSABLE)),
    ...troublesOf(mapping, host).map(({ field, expected }) => ({ place: field, expected })),
    ...filterComplaints(mapping),
    ...consentComplaints(mapping, host),
    ...wishComplaints(mapping, host, beside),
    // It stands in evidence that outlives an erasure.
    ...wrong(holdsAddress(mapping.wording ?? ''), 'wording', 'anything but an address'),
  ];
  return complaints.length > 0 ? complain(complaints) : { ok: true, value: mapping };
}

const CHOOSABLE = 'a field that is not private';

function filterComplaints({ filter }: SourceMapping): Complaint[] {
  const all = filter?.all ?? [];
  const isAddress = ({ value }: (typeof all)[number]): boolean =>
    typeof value === 'string' && holdsAddress(value);
  return [
    ...wrong(all.length > MOST_CONDITIONS, 'filter', `at most ${MOST_CONDITIONS} conditions`),
    // We store it: no address is to stand in our tables, and nobody is to be picked out by one.
    ...all
      .filter(isAddress)
      .map(({ field }) => ({ place: field, expected: 'anything but an address' })),
  ];
}

/** Else the words that mean yes would pick people out by their addresses, and stand in our tables. */
function consentComplaints({ fields, consentIs = [] }: SourceMapping, host: HostFields) {
  const { consent, email } = fields;
  const isAddress = consent === email || fieldKind(host[consent]?.type ?? '') === 'email';
  return [
    ...wrong(isAddress, consent, 'a field that is not an address'),
    ...wrong(consentIs.some(holdsAddress), 'consentIs', 'anything but an address'),
  ];
}

const LONGEST_ID = 26;

/** A short name of a–z, 0–9 and -, of what somebody called it, that nothing else has. */
export function freeId(called: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = called
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID - 4)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? otherwise : plain;
  for (let at = 1; ; at += 1) {
    const id = at === 1 ? base : `${base}-${at}`;
    if (!taken.has(id)) return id;
  }
}
