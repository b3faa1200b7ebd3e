import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ok, refuse, type Result } from '../../result';

/** A key a domain signs with. Several of one domain all sign. Plain data: it crosses into the sending thread. */
export interface DkimKey {
  /** `d=`: in ASCII, lower case. */
  readonly domain: string;
  /** `s=`: the public key stands at `<selector>._domainkey.<domain>`. */
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** RFC 8301 § 3.1 leaves rsa-sha256 alone; RFC 8463 adds Ed25519. */
export type DkimAlgorithm = 'rsa-sha256' | 'ed25519-sha256';

export interface ReadKey {
  readonly algorithm: DkimAlgorithm;
  readonly key: KeyObject;
  /** Verifiers believe it, and RFC 8301 § 3.2 asks for more: an RSA key of less than 2048 bits. */
  readonly isWeak: boolean;
}

/** RFC 8301 § 3.2: signers must not use less, verifiers must not believe less. */
const LEAST_RSA_BITS = 1024;
const GOOD_RSA_BITS = 2048;

export type DkimKeyProblem = 'unreadable' | 'other-algorithm' | 'too-short';

export function readDkimKey(pem: string): Result<ReadKey, DkimKeyProblem> {
  const key = parse(pem);
  if (!key) return refuse('unreadable');
  if (key.asymmetricKeyType === 'ed25519')
    return ok({ algorithm: 'ed25519-sha256', key, isWeak: false });
  if (key.asymmetricKeyType !== 'rsa') return refuse('other-algorithm');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < LEAST_RSA_BITS) return refuse('too-short');
  return ok({ algorithm: 'rsa-sha256', key, isWeak: bits < GOOD_RSA_BITS });
}

/** OpenSSL's own complaint may quote what it could not read. */
function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

/** RFC 8032 § 5.1.5; what stands before them in DER only says that it is such a key. */
const ED25519_BYTES = 32;

/** What verifiers look for in DNS (RFC 6376 § 3.6.1, RFC 8463 § 4). */
export function dkimRecord({ algorithm, key }: ReadKey): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return algorithm === 'rsa-sha256'
    ? `v=DKIM1; k=rsa; p=${der.toString('base64')}`
    : `v=DKIM1; k=ed25519; p=${der.subarray(-ED25519_BYTES).toString('base64')}`;
}
