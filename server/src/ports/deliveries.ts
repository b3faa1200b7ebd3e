import type { Audience } from '../domain/audience/audience';
import type { Delivery, DeliveryChange } from '../domain/delivery/delivery';
import type { ReaderNow } from '../domain/delivery/obstacle';
import type { DeliveryState, SkipReason } from '../domain/delivery/outcome';
import type { Tally } from '../domain/reports/tally';

/** The right to act alone for a while. Lengths in ms, measured by the database's clock. */
export interface Lease {
  readonly name: string;
  readonly owner: string;
  /** Higher than that of any owner before. */
  readonly fence: number;
}

export interface LeaseStore {
  /**
   * Null while a lease of this name runs.
   *
   * @param owner names this one taking: never used twice
   */
  take(name: string, owner: string, forMs: number): Promise<Lease | null>;
  /** False if it is somebody else's by now. In a transaction: nobody can take it until that ends. */
  renew(lease: Lease, forMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  /**
   * Ends all that were taken under a `newTaking` of this process. Should it live nevertheless it can go on
   * until somebody else has taken them.
   */
  endOf(process: string): Promise<void>;
  /** Forgets those that ended before `time`. */
  forgetOld(time: number): Promise<void>;
}

/** An audience on its way to becoming deliveries. */
export interface Freeze {
  readonly editionId: string;
  readonly freezeId: string;
  readonly audience: Audience;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
}

/** How far a freeze has come: which of the included lists, after which subscriber. */
export interface FreezeCursor {
  readonly list: number;
  readonly after: string | null;
}

export interface FrozenChunk {
  readonly readers: number;
  /** Null: that was the last. */
  readonly next: FreezeCursor | null;
}

/** Deliveries that are staged under a freeze; valid once the edition names that freeze. */
export interface FreezeStore {
  /**
   * Looks at up to 500 members of one list and stages those who may be written to, each subscriber once
   * in an edition, as one batch. Wants a transaction around it.
   */
  stage(freeze: Freeze, from: FreezeCursor): Promise<FrozenChunk>;
  /** Throws one batch of the edition's staged deliveries away; false when there was none. */
  discardOne(editionId: string): Promise<boolean>;
  /**
   * After a large freeze: tells a database that plans by what it last counted how many deliveries there are.
   * Wants no transaction around it, and never rejects.
   */
  recount(): Promise<void>;
  /** Editions that hold staged deliveries no freeze will ever make valid. */
  findDiscarded(limit: number): Promise<string[]>;
}

/** A batch in one worker's hands. */
export interface Claim {
  readonly batchId: string;
  readonly editionId: string;
  readonly owner: string;
  readonly fence: number;
}

/** A batch to look at again; `dueAt` in ms since 1970, by the database's clock. */
export interface Wake {
  readonly batchId: string;
  readonly dueAt: number;
}

export interface BatchStore {
  /** One worker at a time: null unless the batch is due, free, of a valid freeze, its edition *sending*. */
  claim(batchId: string, owner: string, forMs: number): Promise<Claim | null>;
  /** Those of the claims that are still the owner's; the others were taken over. */
  renew(owner: string, claims: readonly Claim[], forMs: number): Promise<Claim[]>;
  /**
   * Gives the batch back and adds up its tally. Null: nothing is left to do in it. Otherwise when to
   * look again, `notBefore` at the earliest.
   */
  release(claim: Claim, notBefore: number): Promise<Wake | null>;
  /** Batches whose lease has ended, and those of an owner known to be dead. */
  findAbandoned(deadOwner: string | null, limit: number): Promise<Claim[]>;
  /** Of two that take over one wins. `from` is what `findAbandoned` said. */
  takeOver(from: Claim, owner: string, forMs: number): Promise<Claim | null>;
  /** Free batches with something left to do, whatever the edition's state; keyset by batch id. */
  findOpen(editionId: string, after: string | null, limit: number): Promise<Wake[]>;
  /** Free and due for a while, of editions being sent, and yet in no queue: their wake was lost. */
  findForgotten(dueBefore: number, limit: number): Promise<Wake[]>;
  /** Free and due for a while, of editions being sent, whatever a queue may know of them. */
  findOverdue(dueBefore: number, limit: number): Promise<Wake[]>;
  /** Cancelled editions with batches that still look open. */
  findCancelled(limit: number): Promise<string[]>;
  /** Whether the edition has anything left to do in its valid freeze. */
  hasOpen(editionId: string): Promise<boolean>;
}

/** A delivery that may be tried now, and its reader as the database knows them at this moment. */
export interface DueDelivery extends Pick<
  Delivery,
  'id' | 'subscriberId' | 'locale' | 'attempt' | 'firstTriedAt'
> {
  /** Of the reader's address; null where `reader` is. */
  readonly domain: string | null;
  /** Null: the subscriber's row is gone. */
  readonly reader: ReaderNow | null;
}

export interface Settlement {
  readonly id: string;
  readonly change: DeliveryChange;
}

/** What came of deliveries marked under one claim. */
export interface Settling {
  readonly claim: Claim;
  readonly settlements: readonly Settlement[];
}

/** Deliveries of one claim's batch that are about to go out. */
export interface Marking {
  readonly claim: Claim;
  readonly ids: readonly string[];
}

export interface DeliveryLedger {
  /** Pending ones, and deferred ones that are due; by id. */
  findDue(claim: Claim, audience: Audience, limit: number): Promise<DueDelivery[]>;
  skip(claim: Claim, skipped: readonly Skipped[], at: number): Promise<void>;
  /**
   * Settles what came back and marks what goes out next *sending*, before a byte of it does: all of it, or
   * nothing if it throws.
   *
   * A reply that comes after somebody called the delivery *uncertain* still settles it, if it was accepted
   * or rejected. Returns those that are *sending*: none once the claim was taken over or the edition is no
   * longer being sent.
   */
  exchange(settling: readonly Settling[], marking: Marking | null, at: number): Promise<string[]>;
  /** Deliveries of the batch that are *sending*, with the fence they were marked under. */
  findSending(claim: Claim): Promise<SendingDelivery[]>;
  /** Settles what another owner had marked. */
  settleAbandoned(claim: Claim, settlements: readonly Settlement[], at: number): Promise<void>;
  /** Those of these that were called *uncertain*: a journal found late may say more. */
  findUncertain(ids: readonly string[]): Promise<SendingDelivery[]>;
  settleUncertain(settlements: readonly Settlement[], at: number): Promise<void>;
  /**
   * Skips what is neither out nor on its way in the next batch of a cancelled edition; null when there
   * was none after `after`. A batch in somebody's hands stays theirs to give back.
   */
  cancelNext(editionId: string, after: string | null, at: number): Promise<CancelledBatch | null>;
}

export interface CancelledBatch {
  readonly batchId: string;
  readonly skipped: number;
}

export interface Skipped {
  readonly id: string;
  readonly because: SkipReason;
}

export interface SendingDelivery extends Pick<
  Delivery,
  'id' | 'subscriberId' | 'attempt' | 'firstTriedAt'
> {
  readonly fence: number;
}

/** Wakes workers. The database row is the truth: a wake may be lost, doubled or late. */
export interface DeliveryQueue {
  /** Once it is due, hands it to a worker of any process. A batch that waits already waits once. */
  add(wakes: readonly Wake[]): Promise<void>;
  /** Starts handing out, `atOnce` at a time. May be called once. */
  work(worker: (batchId: string) => Promise<void>, atOnce: number): void;
  /** Hands out nothing more from now on; resolves when what was handed out is done, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** What the embedded queue keeps in the database. */
export interface WakeStore {
  add(wakes: readonly Wake[]): Promise<void>;
  /** The longest due, up to `limit`, hidden from others for `forMs`. */
  take(owner: string, limit: number, forMs: number): Promise<string[]>;
  /** Removes it, unless it was added anew meanwhile. */
  finish(owner: string, batchId: string): Promise<void>;
  /** What the owner has taken and not finished is there for others. */
  letGo(owner: string): Promise<void>;
  /** ms until the next is due, 0 if one is; null if there is none. */
  untilNext(): Promise<number | null>;
  /** Removes those of batches that are done or gone. */
  forgetDone(): Promise<void>;
}

export interface ReportReader {
  /** What the deliveries of these editions add up to; several rows may speak of the same. */
  tallies(editionIds: readonly string[]): Promise<Tally[]>;
  /** How many of an edition's accepted readers have left for good since it began. */
  unsubscribed(editionId: string): Promise<number>;
  /** Batch by batch, within one by id: the order in which they were frozen. */
  deliveries(query: DeliveryQuery): Promise<LabelledDelivery[]>;
}

export interface DeliveryQuery {
  readonly editionId: string;
  readonly state?: DeliveryState;
  /** The last delivery of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** A delivery with its reader masked; null once the subscriber's row is gone. */
export interface LabelledDelivery extends Delivery {
  readonly label: string | null;
  /** When it was last tried, or skipped. */
  readonly at: number | null;
}

/** What one subscriber got lately. */
export interface PersonDeliveries {
  /** Newest first. */
  lastOf(subscriberId: string, limit: number): Promise<PersonDelivery[]>;
  /** All, oldest first, with what the mail server said. */
  allOf(subscriberId: string): Promise<(PersonDelivery & { readonly reply: string | null })[]>;
  /** Drops what mail servers said of this person; returns how often they had said something. */
  dropReplies(subscriberId: string): Promise<number>;
}

export interface PersonDelivery {
  readonly editionId: string;
  readonly state: DeliveryState;
  readonly because: string | null;
  readonly at: number | null;
}
