import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';
import type { Chance, Keys } from '../../ports';
import { deriveKey } from './derive';
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
  const mac = (keyId: string, purpose: string, payload: string): Hmac =>
    createHmac('sha256', keyOf(keyId, purpose)).update(payload);

  return {
    currentId: current.id,
    seal: (plain, context) =>
      `${current.id}.${seal(keyOf(current.id, 'seal'), plain, context, chance.bytes(12))}`,
    unseal: (sealed, context) => {
      const [keyId, body] = splitKeyId(sealed);
      return open(keyOf(keyId, 'seal'), body, context);
    },
    addressHash: (address) => mac(current.id, 'address', address).digest('hex'),
    sign: (purpose, payload) =>
      `${current.id}.${mac(current.id, purpose, payload).digest('base64url')}`,
    verify: (purpose, payload, signature) => {
      const [keyId, body] = splitKeyId(signature);
      if (!secrets.some(({ id }) => id === keyId)) return false;
      return sameBytes(mac(keyId, purpose, payload).digest(), Buffer.from(body, 'base64url'));
    },
    rawKey: (purpose, keyId = current.id) => keyOf(keyId, purpose),
  };
}

/** A text only the holder of the secret can compute: stored, it tells a wrong secret from the right one. */
export const verifierOf = ({ id, secret }: Secret): string =>
  createHmac('sha256', deriveKey(secret, id, 'verifier'))
    .update('countersign')
    .digest('hex');

function cachedKeys(secrets: readonly Secret[]): (keyId: string, purpose: string) => Buffer {
  const cache = new Map<string, Buffer>();
  return (keyId, purpose) => {
    const name = `${keyId}:${purpose}`;
    const known = cache.get(name);
    if (known) return known;
    const secret = secrets.find(({ id }) => id === keyId);
    if (!secret) throw new Error(`no key ${keyId}: it was retired or the data is from elsewhere`);
    const key = deriveKey(secret.secret, keyId, purpose);
    cache.set(name, key);
    return key;
  };
}

function splitKeyId(text: string): [keyId: string, body: string] {
  const dot = text.indexOf('.');
  return [text.slice(0, Math.max(dot, 0)), text.slice(dot + 1)];
}

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
