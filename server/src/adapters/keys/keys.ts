import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Chance, Keys } from '../../ports';
import { deriveKey } from './derive';
import { createMac, type Mac } from './mac';
import { open, seal } from './sealing';

export interface Secret {
  readonly id: string;
  readonly secret: string;
}

/**
 * @param secrets newest first; the first does new work, the others only read what is older
 * @throws RangeError if there is none
 */
export function createKeys(secrets: readonly Secret[], chance: Chance): Keys {
  const [current] = secrets;
  if (!current) throw new RangeError('at least one secret is needed');
  const keyOf = cachedKeys(secrets);
  const macOf = cachedMacs(keyOf);

  return {
    currentId: current.id,
    seal: (plain, context) =>
      `${current.id}.${seal(keyOf(current.id, 'seal'), plain, context, chance.bytes(12))}`,
    unseal: (sealed, context) => {
      const [keyId, body] = splitKeyId(sealed);
      return open(keyOf(keyId, 'seal'), body, context);
    },
    addressHash: (address) => macOf(current.id, 'address')(address, 'hex'),
    sign: (purpose, payload) => `${current.id}.${macOf(current.id, purpose)(payload, 'base64url')}`,
    verify: (purpose, payload, signature) => {
      const [keyId, body] = splitKeyId(signature);
      if (!secrets.some(({ id }) => id === keyId)) return false;
      const due = macOf(keyId, purpose)(payload, 'base64url');
      return sameBytes(Buffer.from(due, 'base64url'), Buffer.from(body, 'base64url'));
    },
    rawKey: (purpose, keyId = current.id) => keyOf(keyId, purpose),
  };
}

/** A text only the holder of the secret can compute: stored, it tells a wrong secret from the right one. */
export const verifierOf = ({ id, secret }: Secret): string =>
  createHmac('sha256', deriveKey(secret, id, 'verifier'))
    .update('countersign')
    .digest('hex');

type KeyOf = (keyId: string, purpose: string) => Buffer;

function cachedKeys(secrets: readonly Secret[]): KeyOf {
  return cached((keyId, purpose) => {
    const secret = secrets.find(({ id }) => id === keyId);
    if (!secret) throw new Error(`no key ${keyId}: it was retired or the data is from elsewhere`);
    return deriveKey(secret.secret, keyId, purpose);
  });
}

const cachedMacs = (keyOf: KeyOf): ((keyId: string, purpose: string) => Mac) =>
  cached((keyId, purpose) => createMac(keyOf(keyId, purpose)));

function cached<Value>(make: (keyId: string, purpose: string) => Value) {
  const cache = new Map<string, Value>();
  return (keyId: string, purpose: string): Value => {
    const name = `${keyId}:${purpose}`;
    const value = cache.get(name) ?? make(keyId, purpose);
    cache.set(name, value);
    return value;
  };
}

function splitKeyId(text: string): [keyId: string, body: string] {
  const dot = text.indexOf('.');
  return [text.slice(0, Math.max(dot, 0)), text.slice(dot + 1)];
}

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
