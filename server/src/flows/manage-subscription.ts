import type { Asking } from '../domain/access/asking';
import { OF_A_READER, THE_HOUSE } from '../domain/audit/entry';
import type { Result } from '../domain/result';
import type { PauseDays } from '../domain/subscribers/pause';
import type { SpacingDays } from '../domain/subscribers/spacing';
import type { SuppressionReason } from '../domain/subscribers/subscriber';
import type { HashedAddress } from '../ports';
import type { ManageDeps } from './manage-subscription/deps';
import { chooseLists } from './manage-subscription/choose-lists';
import { erase, type Erased } from './manage-subscription/erase';
import { lift } from './manage-subscription/lift';
import { pause, space, speak } from './manage-subscription/rest';
import { stop } from './manage-subscription/stop';
import { type Leaving, unsubscribe } from './manage-subscription/unsubscribe';
import { suppress, suppressMany } from './manage-subscription/suppress';

export interface ManageSubscription {
  /**
   * The readers' own way out, of all lists; of all of them or of none. The same answer however often it is
   * asked, and also of a subscriber who was erased long ago: nothing tells one from the other.
   *
   * @returns their languages, by id
   */
  unsubscribe(leaving: readonly Leaving[]): Promise<ReadonlyMap<string, string | null>>;
  /** What relays and complaints say of subscribers. */
  stop(
    subscriberIds: readonly string[],
    way: { readonly how: 'complaint' | 'hard-bounce'; readonly editionId?: string },
  ): Promise<void>;
  /**
   * By hand, also an address nobody here has. The note is kept, any address in it scrubbed. The same answer
   * where it was suppressed before, and a row in the audit trail each time.
   */
  suppress(
    address: string,
    by: Asking,
    note: string | null,
  ): Promise<Result<{ readonly label: string }, 'bad-address'>>;
  /** What an old tool knew, as hashes and labels, for one reason. */
  suppressMany(
    addresses: readonly HashedAddress[],
    way: { readonly by: Asking; readonly because: SuppressionReason; readonly note: string },
  ): Promise<void>;
  /**
   * The sources are asked about the person again, who is on a list if those still say so.
   *
   * `stays-suppressed`: a complaint or an erasure, which nobody takes back.
   */
  lift(
    addressHash: string,
    by: Asking,
  ): Promise<Result<null, 'no-such-suppression' | 'stays-suppressed'>>;
  /** The reader's own page: on which of their lists they stay. The same however often it is asked. */
  choose(subscriberId: string, listIds: readonly string[]): Promise<void>;
  /** The reader's own page: a rest from all mail; null ends it. */
  pause(subscriberId: string, days: PauseDays | null): Promise<void>;
  /** The reader's own page: no newsletter sooner than so many days after the last; null: as they come. */
  space(subscriberId: string, days: SpacingDays | null): Promise<void>;
  /** The reader's own page: their language. */
  speak(subscriberId: string, locale: string): Promise<void>;
  /** The person is forgotten for good, and never comes back by a source. Done twice it is the same. */
  erase(subscriberId: string, by: Asking, reason: string): Promise<Erased>;
  /** The same, by the reader's own page. */
  eraseSelf(subscriberId: string): Promise<Erased>;
}

/** Leaving, and what else stops mail to a person for good. Each act is one transaction. */
export function createManageSubscription(deps: ManageDeps): ManageSubscription {
  const { transactions } = deps;
  return {
    unsubscribe: (leaving) => transactions.within(() => unsubscribe(deps, leaving)),
    stop: (subscriberIds, { how, editionId }) =>
      transactions.within(async () => {
        const editions = new Map(
          editionId === undefined ? [] : subscriberIds.map((id) => [id, editionId]),
        );
        await stop(deps, subscriberIds, { how, by: THE_HOUSE, editions });
      }),
    suppress: (address, by, note) => transactions.within(() => suppress(deps, address, by, note)),
    suppressMany: (addresses, way) =>
      transactions.within(() => suppressMany(deps, addresses, { ...way, how: 'import' })),
    choose: (subscriberId, listIds) =>
      transactions.within(() => chooseLists(deps, subscriberId, listIds)),
    pause: (subscriberId, days) => transactions.within(() => pause(deps, subscriberId, days)),
    space: (subscriberId, days) => transactions.within(() => space(deps, subscriberId, days)),
    speak: (subscriberId, locale) => transactions.within(() => speak(deps, subscriberId, locale)),
    eraseSelf: (subscriberId) =>
      transactions.within(() => erase(deps, subscriberId, OF_A_READER, null)),
    erase: (subscriberId, by, reason) =>
      transactions.within(() => erase(deps, subscriberId, by, reason)),
    lift: (addressHash, by) => transactions.within(() => lift(deps, addressHash, by)),
  };
}
