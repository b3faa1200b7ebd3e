import { sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { readDkimKey, type DkimKey } from '../domain/messages/dkim/key';
import {
  domainOf,
  fromDomain,
  unsigned,
  type Digest,
  type SignedAs,
} from '../domain/messages/dkim/signature';

/** The signatures of its domain, to stand in front of a message; none, if the domain has no key. */
export type Stamp = (digested: Digest, envelopeFrom: string) => Promise<string>;

interface Signer extends SignedAs {
  readonly key: KeyObject;
}

/**
 * Null: there are no keys. Each is parsed once, since that takes longer than a signature.
 *
 * @param now ms since 1970
 */
export function createStamp(keys: readonly DkimKey[], now: () => number): Stamp | null {
  if (keys.length === 0) return null;
  const signers = keys.map(signerOf);
  const of = (wanted: string) => signers.filter(({ domain }) => domain === wanted);
  return async (digested, envelopeFrom) => {
    const authors = of(fromDomain(digested));
    const chosen = authors.length > 0 ? authors : of(domainOf(envelopeFrom));
    const fields = await Promise.all(chosen.map((signer) => fieldOf(digested, signer, now())));
    return fields.join('');
  };
}

function signerOf({ domain, selector, privateKey }: DkimKey): Signer {
  const read = readDkimKey(privateKey);
  if (!read.ok) throw new Error(`the DKIM key ${selector} of ${domain}: ${read.reason}`);
  return { domain, selector, algorithm: read.value.algorithm, key: read.value.key };
}

/** With a callback OpenSSL works on libuv's threads, so that all cores sign while this one talks SMTP. */
const signAside = promisify<string | null, Buffer, KeyObject, Buffer>(sign);

async function fieldOf(digested: Digest, signer: Signer, at: number): Promise<string> {
  const { data, fieldWith } = unsigned(digested, signer, at);
  const hash = signer.algorithm === 'rsa-sha256' ? 'sha256' : null;
  return fieldWith(await signAside(hash, data, signer.key));
}
