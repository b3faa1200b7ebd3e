import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** What a receiver makes of one DKIM-Signature; `fault` is null if it holds. */
export interface Verdict {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: string;
  /** `h=`, in its order, lower case. */
  readonly names: readonly string[];
  readonly fault: 'no-key' | 'body' | 'signature' | 'form' | null;
}

/** TXT records by their name. */
export type Zone = Readonly<Record<string, string>>;

/**
 * A verifier of RFC 6376 and RFC 8463, written from them and not from our signer, with which it shares
 * nothing: it reads the bytes as they came, line by line.
 */
export function verifyDkim(raw: Buffer | string, zone: Zone): Verdict[] {
  const { fields, body } = readMessage(raw.toString('latin1'));
  return fields
    .filter(({ name }) => name === 'dkim-signature')
    .map((signature) => verifyOne(signature, { fields, body, zone }));
}

interface Field {
  readonly name: string;
  /** As it came, folds included, without the last line end. */
  readonly whole: string;
}

interface Message {
  readonly fields: readonly Field[];
  /** Lines without their ends; what is behind the last end is the last. */
  readonly body: readonly string[];
}

function readMessage(raw: string): Message {
  const lines = raw.split('\r\n');
  const blank = lines.indexOf('');
  const head = blank < 0 ? lines : lines.slice(0, blank);
  const fields: Field[] = [];
  for (const line of head) {
    const last = fields.at(-1);
    if (last && /^[ \t]/.test(line)) {
      fields[fields.length - 1] = { name: last.name, whole: `${last.whole}\r\n${line}` };
    } else {
      fields.push({ name: line.split(':', 1).join('').trim().toLowerCase(), whole: line });
    }
  }
  return { fields, body: blank < 0 ? [''] : lines.slice(blank + 1) };
}

function verifyOne(signature: Field, message: Message & { zone: Zone }): Verdict {
  const tags = readTags(signature.whole.slice(signature.whole.indexOf(':') + 1));
  const [domain, selector, algorithm] = [tags.d ?? '', tags.s ?? '', tags.a ?? ''];
  const names = (tags.h ?? '').split(':').map((name) => name.trim().toLowerCase());
  const fault = faultOf({ tags, names, signature }, message);
  return { domain, selector, algorithm, names, fault };
}

interface Claim {
  readonly tags: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  readonly signature: Field;
}

function faultOf({ tags, names, signature }: Claim, message: Message & { zone: Zone }) {
  if (tags.v !== '1' || tags.c?.replace(/\s/g, '') !== 'relaxed/relaxed') return 'form';
  if (!names.includes('from') || tags.l !== undefined) return 'form';
  const key = keyFrom(message.zone[`${tags.s}._domainkey.${tags.d}`]);
  if (!key || key.asymmetricKeyType !== tags.a?.split('-')[0]) return 'no-key';
  const bodyHash = createHash('sha256').update(relaxedLines(message.body), 'latin1');
  if (bodyHash.digest('base64') !== tags.bh?.replace(/\s/g, '')) return 'body';
  const data = Buffer.from(signedHeader(names, signature, message.fields), 'latin1');
  const b = Buffer.from(tags.b?.replace(/\s/g, '') ?? '', 'base64');
  const holds =
    key.asymmetricKeyType === 'rsa'
      ? verify('sha256', data, key, b)
      : verify(null, createHash('sha256').update(data).digest(), key, b);
  return holds ? null : 'signature';
}

function readTags(list: string): Record<string, string> {
  const pairs = list
    .split(';')
    .filter((tag) => tag.trim() !== '')
    .map((tag) => [tag.split('=', 1).join('').trim(), tag.slice(tag.indexOf('=') + 1).trim()]);
  return Object.fromEntries(pairs);
}

/** In DER: that the 32 bytes behind it are an Ed25519 key (RFC 8410 § 4). */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

function keyFrom(record: string | undefined): KeyObject | null {
  const tags = readTags(record ?? '');
  if (!tags.p) return null;
  const bytes = Buffer.from(tags.p.replace(/\s/g, ''), 'base64');
  const der = tags.k === 'ed25519' ? Buffer.concat([ED25519_PREFIX, bytes]) : bytes;
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/** § 3.4.4, line by line. */
function relaxedLines(body: readonly string[]): string {
  const lines = body.map((line) => oneSpace(line).replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\r\n`).join('');
}

const oneSpace = (line: string): string => line.split(/[ \t]+/).join(' ');

/** § 3.7: fields as `h=` names them, each from the bottom up, then the signature without its `b=`. */
function signedHeader(names: readonly string[], signature: Field, fields: readonly Field[]) {
  const left = fields.filter((field) => field !== signature);
  let header = '';
  for (const name of names) {
    const at = left.findLastIndex((field) => field.name === name);
    if (at < 0) continue;
    header += left.splice(at, 1).map(relaxedField).join('') + '\r\n';
  }
  const whole = signature.whole.replace(/(;\s*b[ \t]*=)[^;]*/, '$1');
  return header + relaxedField({ ...signature, whole });
}

/** § 3.4.2. */
const relaxedField = ({ name, whole }: Field): string =>
  `${name}:${oneSpace(
    whole
      .slice(whole.indexOf(':') + 1)
      .split('\r\n')
      .join(''),
  ).trim()}`;
