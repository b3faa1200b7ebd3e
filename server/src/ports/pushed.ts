/** What pushing systems told us of their people: sealed. */
export interface PushedStore {
  /**
   * Remembers a request by its key, from which on others of this key wait for the transaction around the
   * caller. Null: it is the first of its key; otherwise what was remembered.
   */
  remember(request: PushRequest): Promise<{ readonly bodyHash: string } | null>;
  put(people: readonly PushedPerson[], at: number): Promise<void>;
  remove(sourceId: string, externalIds: readonly string[]): Promise<void>;
  read(sourceId: string, after: string | null, limit: number): Promise<PushedPerson[]>;
  readSome(sourceId: string, externalIds: readonly string[]): Promise<PushedPerson[]>;
  count(sourceId: string): Promise<number>;
  /** Everything that any system said of this address. */
  erase(addressHash: string): Promise<void>;
}

export interface PushRequest {
  readonly id: string;
  readonly sourceId: string;
  readonly key: string;
  /** Keyed, so that nobody can try addresses on it. */
  readonly bodyHash: string;
  readonly at: number;
  /** Older ones are forgotten. */
  readonly forgetBefore: number;
}

export interface PushedPerson {
  readonly sourceId: string;
  readonly externalId: string;
  /** Null: what was sent is no address. */
  readonly addressHash: string | null;
  readonly sealed: string;
  readonly locale: string | null;
  /** ms since 1970 from which on there is consent; null: there is none. */
  readonly consentAt: number | null;
}
