/**
 * Everything derived from `secret`: separate keys for sealing addresses, hashing them, signing tokens
 * and countersigning, each under a versioned id so that a rotation can still read what is older.
 */
export interface Keys {
  /** Id of the key new work is done with, e.g. `k1`. */
  readonly currentId: string;
  /** AES-256-GCM. The answer names its key. `context` is bound in: a seal moved to another row does not open. */
  seal(plain: string, context: string): string;
  /** @throws if the seal was altered, moved, or its key is unknown: that is a bug or an attack, never expected. */
  unseal(sealed: string, context: string): string;
  /** HMAC-SHA-256 of a normalised address, 64 hex characters: the identity of a subscriber. */
  addressHash(normalisedAddress: string): string;
  /** HMAC-SHA-256, base64url, prefixed by the key's id and a dot. `purpose` keeps uses apart. */
  sign(purpose: KeyPurpose, payload: string): string;
  verify(purpose: KeyPurpose, payload: string, signature: string): boolean;
  /** Raw key bytes for code that signs thousands a second (the sending thread). */
  rawKey(purpose: KeyPurpose, keyId?: string): Uint8Array;
}

export type KeyPurpose =
  | 'countersign'
  | 'unsubscribe'
  | 'verp'
  | 'message-id'
  | 'row-hash'
  | 'audit'
  | 'address-link'
  | 'confirmed-address';
