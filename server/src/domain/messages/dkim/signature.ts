import { createHash } from 'node:crypto';
import { relaxField } from './canonical';
import type { DkimAlgorithm } from './key';

/**
 * What is signed of a header (RFC 6376 § 5.4.1), if it is there. RFC 8058 § 4: one-click counts only if
 * both of its headers are signed.
 */
const SIGNED = [
  'From',
  'To',
  'Subject',
  'Reply-To',
  'Date',
  'Message-ID',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Precedence',
  'MIME-Version',
  'Content-Type',
];

/** Named once more than they are there: nobody can add a second one that readers would see (§ 8.15). */
const OVERSIGNED: ReadonlySet<string> = new Set(['From', 'To', 'Subject', 'Reply-To']);

/** A message as signatures see it. */
export interface Digest {
  /** Canonical header fields by their name in lower case, from top to bottom. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** SHA-256 of the canonical body, base64. */
  readonly bodyHash: string;
}

/** @param head a message up to its empty line, with or without it */
export function fieldsOf(head: string): Digest['fields'] {
  const fields = new Map<string, string[]>();
  for (const line of head.trimEnd().split(/\r\n(?![ \t])/)) {
    const field = relaxField(line);
    const name = field.slice(0, field.indexOf(':'));
    fields.set(name, [...(fields.get(name) ?? []), field]);
  }
  return fields;
}

/** @param body in its canonical form */
export const hashOf = (body: string): string =>
  createHash('sha256').update(body, 'latin1').digest('base64');

/** Of the author, as DMARC will look it up; '' if there is none. */
export const fromDomain = ({ fields }: Digest): string =>
  domainOf(fields.get('from')?.at(-1)?.replace(/>$/, '') ?? '');

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

export interface SignedAs {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
}

export interface Unsigned {
  /** What the key has to sign. */
  readonly data: Buffer;
  /** The field that goes in front of the message, with its line end. */
  fieldWith(signature: Buffer): string;
}

/** @param at ms since 1970 */
export function unsigned({ fields, bodyHash }: Digest, as: SignedAs, at: number): Unsigned {
  const names = signedNames(fields);
  const field = [
    `DKIM-Signature: v=1; a=${as.algorithm}; c=relaxed/relaxed; d=${as.domain};`,
    ` s=${as.selector}; t=${Math.floor(at / 1000)};`,
    ` h=${foldNames(names)};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n');
  const text = [...chosen(fields, names), relaxField(field)].join('\r\n');
  return {
    data: toBeSigned(text, as.algorithm),
    fieldWith: (signature) => `${field}${foldBase64(signature)}\r\n`,
  };
}

/** RFC 8463 § 3: Ed25519 signs the hash, as RSA does by itself. */
const toBeSigned = (text: string, algorithm: DkimAlgorithm): Buffer =>
  algorithm === 'rsa-sha256'
    ? Buffer.from(text, 'latin1')
    : createHash('sha256').update(text, 'latin1').digest();

const signedNames = (fields: Digest['fields']): string[] =>
  SIGNED.flatMap((name) => {
    const there = fields.get(name.toLowerCase())?.length ?? 0;
    return Array<string>(there + (OVERSIGNED.has(name) ? 1 : 0)).fill(name);
  });

/** Of several of one name the lowest is meant first (§ 5.4.2); one that is not there adds nothing. */
function chosen(fields: Digest['fields'], names: readonly string[]): string[] {
  const left = new Map([...fields].map(([name, all]) => [name, [...all]]));
  return names.flatMap((name) => left.get(name.toLowerCase())?.pop() ?? []);
}

const LINE_CHARACTERS = 76;

/** White space may stand around the colons (§ 3.5). */
function foldNames(names: readonly string[]): string {
  let folded = '';
  let column = ' h='.length;
  for (const [at, name] of names.entries()) {
    const word = at === 0 ? name : `:${name}`;
    const fits = column + word.length <= LINE_CHARACTERS;
    folded += fits ? word : `\r\n ${word}`;
    column = fits ? column + word.length : word.length + 1;
  }
  return folded;
}

const foldBase64 = (signature: Buffer): string =>
  (signature.toString('base64').match(/.{1,72}/g) ?? []).join('\r\n ');
