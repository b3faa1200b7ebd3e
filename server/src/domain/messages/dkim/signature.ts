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

const SIGNED_KEYS = SIGNED.map((name) => name.toLowerCase());

/** Named once more than they are there: nobody can add a second one that readers would see (§ 8.15). */
const OVERSIGNED: ReadonlySet<string> = new Set(['From', 'To', 'Subject', 'Reply-To']);

/** A message as signatures see it. */
export interface Digest {
  /** Canonical header fields by their name in lower case, from top to bottom. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** SHA-256 of the canonical body, base64. */
  readonly bodyHash: string;
}

/** What is known of header lines, folds and all: those that are the same for every reader are made canonical once. */
export type KnownLines = ReadonlyMap<string, string>;

/** @param constants of a head; one that ends in the middle of a line does no harm */
export const knownLines = (constants: readonly string[]): KnownLines =>
  new Map(constants.flatMap(linesOf).map((line) => [line, relaxField(line)]));

/** @param head a message up to its empty line, with or without it */
export function fieldsOf(head: string, known: KnownLines = new Map()): Digest['fields'] {
  const fields = new Map<string, string[]>();
  for (const line of linesOf(head)) {
    const field = known.get(line) ?? relaxField(line);
    const name = field.slice(0, field.indexOf(':'));
    const same = fields.get(name);
    if (same) same.push(field);
    else fields.set(name, [field]);
  }
  return fields;
}

const linesOf = (head: string): string[] => head.trimEnd().split(/\r\n(?![ \t])/);

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
  const { field, relaxed } = beginningOf(as, foldedNames(fields), Math.floor(at / 1000));
  const text = `${chosen(fields).join('\r\n')}\r\n${relaxed}${bodyHash}; b=`;
  return {
    data: toBeSigned(text, as.algorithm),
    fieldWith: (signature) => `${field}${bodyHash};\r\n b=${foldBase64(signature)}\r\n`,
  };
}

interface Beginning {
  readonly field: string;
  /** Its canonical form. */
  readonly relaxed: string;
}

/** Up to the body's hash: the same for all that one key signs within a second. */
function beginningOf(as: SignedAs, names: string, seconds: number): Beginning {
  const of = `${seconds} ${names}`;
  const known = begun.get(as);
  if (known?.of === of) return known;
  const field = [
    `DKIM-Signature: v=1; a=${as.algorithm}; c=relaxed/relaxed; d=${as.domain};`,
    ` s=${as.selector}; t=${seconds};`,
    ` h=${names};`,
    ' bh=',
  ].join('\r\n');
  const beginning = { of, field, relaxed: relaxField(field) };
  begun.set(as, beginning);
  return beginning;
}

const begun = new WeakMap<SignedAs, Beginning & { readonly of: string }>();

/** RFC 8463 § 3: Ed25519 signs the hash, as RSA does by itself. */
const toBeSigned = (text: string, algorithm: DkimAlgorithm): Buffer =>
  algorithm === 'rsa-sha256'
    ? Buffer.from(text, 'latin1')
    : createHash('sha256').update(text, 'latin1').digest();

/** By how many there are of each: what is written in one house has the same few fields again and again. */
const folded = new Map<string, string>();

function foldedNames(fields: Digest['fields']): string {
  const counts = SIGNED_KEYS.map((key) => fields.get(key)?.length ?? 0);
  const key = counts.join();
  const known = folded.get(key) ?? foldNames(signedNames(counts));
  folded.set(key, known);
  return known;
}

const signedNames = (counts: readonly number[]): string[] =>
  SIGNED.flatMap((name, at) => {
    const there = counts[at] ?? 0;
    return Array<string>(there + (OVERSIGNED.has(name) ? 1 : 0)).fill(name);
  });

/** Of several of one name the lowest is meant first (§ 5.4.2); one that is not there adds nothing. */
function chosen(fields: Digest['fields']): string[] {
  const lines: string[] = [];
  for (const key of SIGNED_KEYS) {
    const same = fields.get(key) ?? [];
    for (let at = same.length - 1; at >= 0; at -= 1) lines.push(same[at] ?? '');
  }
  return lines;
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
