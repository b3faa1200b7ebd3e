import type { ClaimKey } from '../domain/subscribers/claim';
import type { SuppressionReason } from '../domain/subscribers/subscriber';

/**
 * Sources over the same people, whose ids mean the same person: two over one content type, say. Who left or
 * was erased by one of them stays off the lists of all, whatever address they have by now.
 */
export interface KinStore {
  /**
   * Remembers for good what the ids of this source are ids of, also once the source is gone. If that is new,
   * notes in the outbox whoever of it left by another.
   */
  note(source: NamedPeople, at: number): Promise<void>;
  /**
   * Of these people who left all lists, or this one, by another source over them; the gravest reason. Has to
   * be read under the turn.
   */
  leftElsewhere(
    source: NamedPeople & { readonly listId: string },
    externalIds: readonly string[],
  ): Promise<Map<string, SuppressionReason>>;
  /** The same people in every other source over them, whether it names them or not. */
  othersOf(subscriberIds: readonly string[]): Promise<ClaimKey[]>;
  /** Why they left by other sources. */
  reasonsOf(subscriberIds: readonly string[]): Promise<SuppressionReason[]>;
  /** Takes those marks back. */
  unsuppress(subscriberIds: readonly string[], at: number): Promise<void>;
}

export interface NamedPeople {
  readonly sourceId: string;
  /** What its external ids are ids of: a content type's UID, or a word of the site owner's. */
  readonly people: string;
}
