import { generateKeyPairSync } from 'node:crypto';
import { dkimRecord, readDkimKey, type DkimKey } from '../../server/src/domain/messages/dkim/key';
import type { Zone } from './dkim-verifier';

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;

export const rsaPem = (bits = 2048): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export(pkcs8).toString();

export const ed25519Pem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export(pkcs8).toString();

/** Made once: an RSA key takes a while. */
const RSA = rsaPem();
const ED25519 = ed25519Pem();

export const anRsaKey = (change: Partial<DkimKey> = {}): DkimKey => ({
  domain: 'example.com',
  selector: 'rsa',
  privateKey: RSA,
  ...change,
});

export const anEd25519Key = (change: Partial<DkimKey> = {}): DkimKey => ({
  domain: 'example.com',
  selector: 'ed',
  privateKey: ED25519,
  ...change,
});

/** What the owners of these keys would have put into DNS. */
export const zoneOf = (...keys: readonly DkimKey[]): Zone =>
  Object.fromEntries(
    keys.map(({ domain, selector, privateKey }) => [
      `${selector}._domainkey.${domain}`,
      recordOf(privateKey),
    ]),
  );

export function recordOf(privateKey: string): string {
  const read = readDkimKey(privateKey);
  if (!read.ok) throw new Error(read.reason);
  return dkimRecord(read.value);
}
