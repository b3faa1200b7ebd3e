import type {
  Consent,
  KnownMembership,
  Membership,
  PersonClaim,
} from '../domain/subscribers/claim';
import type { SealedPerson } from '../domain/subscribers/sealed';
import type { SpacingDays } from '../domain/subscribers/spacing';
import type { Suppression } from '../domain/subscribers/suppression';
import type { Traits } from '../domain/subscribers/traits';
import type { Kept } from '../domain/subscribers/voice';
import type { MaskedSubscriber, Reader } from '../domain/subscribers/subscriber';

/**
 * Subscribers, known by the keyed hash of their address. Addresses are sealed; `reveal` is the only
 * way to one, and nothing here can be searched, filtered or sorted by more of an address than its label and domain.
 */
export interface SubscriberStore {
  /** Ids by address hash of those that exist. */
  idsOf(addressHashes: readonly string[]): Promise<Map<string, string>>;
  /** Makes the ones that do not exist yet; leaves the others as they are. Wants the turn. */
  introduce(people: readonly NewSubscriber[], at: number): Promise<Introduced>;
  /**
   * Keeps these rows from every other writer until the transaction around the caller ends. Taken before
   * anything else of a subscriber is read or written, it makes a sync and an unsubscribe wait for each other.
   */
  lock(ids: readonly string[]): Promise<LockedSubscriber[]>;
  /**
   * Address, name and language of existing ones, as the source has them now, but for what it keeps of them; a
   * forgotten one is active again.
   */
  update(people: readonly RenewedSubscriber[], at: number): Promise<void>;
  /** Throws address and name away. Hash and label stay, for what was sent to them. */
  forget(ids: readonly string[], at: number): Promise<void>;
  /** No mail before then; null ends it. ms since 1970. */
  pause(id: string, until: number | null, at: number): Promise<void>;
  /** No newsletter sooner than so many days after the last; null: as they come. */
  space(id: string, days: SpacingDays | null, at: number): Promise<void>;
  /** Their own choice of language, which no source changes. */
  speak(id: string, locale: string, at: number): Promise<void>;
  /**
   * For good: also the label, the domain and the language. The hash stays, so that nobody comes back by
   * mistake. Returns of how many an address was still there.
   */
  erase(ids: readonly string[], at: number): Promise<number>;
  /** Masked, by id. */
  list(query: SubscriberQuery): Promise<MaskedSubscriber[]>;
  /** Whether at least so many have this domain. */
  areMany(domain: string, atLeast: number): Promise<boolean>;
  find(id: string): Promise<SubscriberRecord | null>;
  /** The identity, which is all that is left of an erased one; null if there is none. */
  hashOf(id: string): Promise<string | null>;
  /** Exact search, for those who may reveal. */
  findByHash(addressHash: string): Promise<MaskedSubscriber | null>;
  /** In the clear: for `subscriber.reveal` only. Null if there is none or it was forgotten. */
  reveal(id: string): Promise<Reader | null>;
}

/** Ids by address hash, of those that were made and of those that were there before. */
export interface Introduced {
  readonly made: ReadonlyMap<string, string>;
  readonly found: ReadonlyMap<string, string>;
}

export interface NewSubscriber {
  readonly addressHash: string;
  readonly domain: string;
  readonly label: string;
  readonly locale: string | null;
  /** Null: suppressed already, so that not even the sealed address is kept. */
  readonly person: NewPerson | null;
}

export interface NewPerson extends SealedPerson {
  /** The two as `sealText` under the current key, by who has worked it out before. */
  sealed?(): string;
}

export interface RenewedSubscriber extends NewSubscriber {
  /** Absent: nothing. */
  readonly keeps?: Kept;
}

export interface LockedSubscriber {
  readonly id: string;
  readonly addressHash: string;
  readonly label: string;
  readonly locale: string | null;
}

/** `suppressed`: with an address still, and on the suppression list. */
export type SubscriberStanding = 'active' | 'suppressed' | 'erased';

export interface SubscriberQuery {
  /** Only who is on this list. */
  readonly listId?: string;
  readonly status?: SubscriberStanding;
  /** Exactly this masked label. */
  readonly label?: string;
  /** Exactly this domain, in ASCII. */
  readonly domain?: string;
  /** Id of the last row of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** All we hold on one person, masked. */
export interface SubscriberRecord extends MaskedSubscriber {
  readonly memberships: readonly KnownMembership[];
  /** Newest first. */
  readonly consents: readonly Consent[];
  readonly claims: readonly PersonClaim[];
  /** When the rest they asked for ends or ended; null: none was asked for. ms since 1970. */
  readonly pausedUntil: number | null;
  /** How many days they want between newsletters; null: none. */
  readonly spacing: SpacingDays | null;
}

export interface SubscriberList {
  readonly id: string;
  readonly name: string;
}

export interface ListStore {
  /** Made if there is none of this id; a name that was changed stays. */
  ensure(list: SubscriberList, at: number): Promise<void>;
  all(): Promise<SubscriberList[]>;
  find(id: string): Promise<SubscriberList | null>;
  /**
   * Waits until no other sync is writing memberships, in whatever process, and keeps it so until the
   * transaction around the caller ends. Has to come first in it.
   */
  takeTurn(): Promise<void>;
  /** On all lists. Lock the subscribers first. */
  membershipsOf(subscriberIds: readonly string[]): Promise<KnownMembership[]>;
  /**
   * Writes all of each but that a reader left, which `markLeft` alone touches.
   *
   * @param traits what is known of those who come on a list; of the others nothing is changed
   */
  putMemberships(memberships: readonly Membership[], traits?: readonly Traits[]): Promise<void>;
  /** The reader's own word on lists they are, or were, on; null: they came back. */
  markLeft(subscriberId: string, listIds: readonly string[], leftAt: number | null): Promise<void>;
  appendConsents(consents: readonly Consent[]): Promise<void>;
  /**
   * Forgets evidence of consents that have ended: of pairs of person and list for which nothing was said or
   * sent since `before`. Looks at `limit` of them from `after` on; `next` is null at the end.
   */
  trimConsents(from: {
    readonly before: number;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<{ readonly trimmed: number; readonly next: string | null }>;
}

export interface SuppressionStore {
  /** Those of these addresses that are suppressed, as the last writer left them. */
  among(addressHashes: readonly string[]): Promise<Suppression[]>;
  /**
   * Where an address is suppressed already the graver reason stays. Returns those that are new or graver
   * now. Lock the subscriber first, or take the turn if there is none.
   */
  add(suppressions: readonly Suppression[]): Promise<Suppression[]>;
  remove(addressHash: string): Promise<void>;
  /** Newest first; `after` is the hash of the last row of the page before. */
  list(query: { readonly after?: string; readonly limit: number }): Promise<Suppression[]>;
}
