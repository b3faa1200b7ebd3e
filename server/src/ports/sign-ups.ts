/** What public forms brought: who asked, as hashes; who confirmed, sealed. */
export interface SignUpStore {
  /** Counts one more mail to this mailbox; how many there were in the day that began with the first of them. */
  ask(mailboxHash: string, at: number): Promise<number>;
  /** One row for each form and address; a second time it is as the last one says. Its id. */
  confirm(confirmed: ConfirmedSignUp & { readonly id: string }): Promise<string>;
  /** Confirmed ones of a form, by id; at most `limit` after this one. */
  read(form: string, after: string | null, limit: number): Promise<StoredSignUp[]>;
  readSome(form: string, ids: readonly string[]): Promise<StoredSignUp[]>;
  count(form: string): Promise<number>;
  /** Without the seal. */
  of(addressHash: string): Promise<SignUpEvidence[]>;
  /**
   * Forgets who signed up before `before`, is on no list the form fills, and of whose consent to it no evidence is kept
   * any more. Looks at `limit` of them from `after` on; `next` is null at the end.
   *
   * @param listOf lists by form; of a form there is no more, all lists count
   */
  trim(from: {
    readonly before: number;
    readonly after: string | null;
    readonly limit: number;
    readonly listOf: ReadonlyMap<string, string>;
  }): Promise<{ readonly trimmed: readonly TrimmedSignUp[]; readonly next: string | null }>;
  /** Keeps no trace but the first hash. `mailboxHash`: under which mails were counted; null: not known any more. */
  erase(addressHash: string, mailboxHash: string | null): Promise<void>;
}

export type TrimmedSignUp = Pick<StoredSignUp, 'id' | 'form'>;

export interface SignUpEvidence {
  readonly form: string;
  readonly wording: string;
  /** ms since 1970 */
  readonly askedAt: number;
  readonly confirmedAt: number;
}

interface ConfirmedSignUp extends SignUpEvidence {
  readonly addressHash: string;
  readonly sealed: string;
  readonly locale: string | null;
}

export interface StoredSignUp extends ConfirmedSignUp {
  readonly id: string;
}

/** How often systems may push. */
export interface PushLimit {
  /** Of one source, what bears its signature. */
  mayPush(sourceId: string): Promise<boolean>;
  /** What bears none; it takes nothing from those who sign. */
  mayTry(network: string): Promise<boolean>;
}

/** How often forms may be posted. */
export interface FormLimit {
  /** False: too often, from this network or from all together. */
  mayPost(network: string): Promise<boolean>;
}
