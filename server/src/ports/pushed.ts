import type { ClaimKey } from '../domain/subscribers/claim';
import type { AttributeValues } from '../domain/segments/attributes';

/** What pushing systems told us of their people: sealed. */
export interface PushedStore {
  /**
   * Remembers a request by its key, from which on others of this key wait for the transaction around the
   * caller. Null: it is the first of its key; otherwise what was remembered.
   */
  remember(request: PushRequest): Promise<{ readonly bodyHash: string } | null>;
  /** When each of these was last spoken of, withdrawn or not. ms since 1970. Has to be read under the turn. */
  saidOf(sourceId: string, externalIds: readonly string[]): Promise<Map<string, number>>;
  put(people: readonly PushedPerson[], said: Said): Promise<void>;
  /** Nothing is left of them but that it was said. */
  withdraw(sourceId: string, externalIds: readonly string[], said: Said): Promise<void>;
  /** Not even that. */
  remove(keys: readonly ClaimKey[]): Promise<void>;
  read(sourceId: string, after: string | null, limit: number): Promise<PushedPerson[]>;
  readSome(sourceId: string, externalIds: readonly string[]): Promise<PushedPerson[]>;
  count(sourceId: string): Promise<number>;
  /** Everything that any system said of this address. */
  erase(addressHash: string): Promise<void>;
}

/** ms since 1970: what the system said of the time, and when it came. */
export interface Said {
  readonly asOf: number;
  readonly at: number;
}

export interface PushRequest {
  readonly id: string;
  readonly sourceId: string;
  readonly key: string;
  /** Keyed, so that nobody can try addresses on it. */
  readonly bodyHash: string;
  readonly at: number;
  /** Older ones are forgotten, and who was withdrawn before. */
  readonly forgetBefore: number;
}

export interface PushedPerson {
  readonly sourceId: string;
  readonly externalId: string;
  /** Null: what was sent is no address. */
  readonly addressHash: string | null;
  /** Null: they said no, and nothing is kept of who they are. */
  readonly sealed: string | null;
  readonly locale: string | null;
  /** ms since 1970 from which on there is consent; null: there is none. */
  readonly consentAt: number | null;
  /** Plain. */
  readonly attributes: AttributeValues;
}
