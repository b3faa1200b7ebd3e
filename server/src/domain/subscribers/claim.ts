import type { AttributeValues } from '../segments/attributes';
import type { LeftOutReason, SuppressionReason } from './subscriber';

/** Names a claim: the source, and the person's id there. */
export interface ClaimKey {
  readonly sourceId: string;
  readonly externalId: string;
}

/** What one source says of one person, as it was last applied. */
export interface PersonClaim extends ClaimKey {
  /** Null until the person was once fit for the list: without consent we keep no address. */
  readonly subscriberId: string | null;
  readonly label: string | null;
  /** HMAC over what the source said; equal means nothing changed. */
  readonly rowHash: string;
  /** Null: on the source's list. */
  readonly leftOut: LeftOutReason | null;
  /**
   * This claim decides for its source whether the subscriber is on the list: it was the first with this
   * address that was fit for it, and still has the address. Another claim of the same source takes over
   * when this one goes, not when it says no: also of a source that keeps no address of who says no, where
   * this one stays linked for as long as another waits.
   */
  readonly holds: boolean;
  /** When this person left; a changed address does not undo it. ms since 1970. */
  readonly suppressedAt: number | null;
  readonly suppressedBecause: SuppressionReason | null;
  /** The source no longer has this person; kept only because they had left. ms since 1970. */
  readonly goneAt: number | null;
  /** Of who holds only; absent: none is known. */
  readonly attributes?: AttributeValues;
}

/** Whether a subscriber is on a list. `since` in ms since 1970. */
export interface Membership {
  readonly listId: string;
  readonly subscriberId: string;
  readonly isOn: boolean;
  readonly since: number;
}

/** A membership as it is kept. */
export interface KnownMembership extends Membership {
  /**
   * When the reader left this list, and not all of them, by their own page. Whatever a source says, they
   * stay off until they come back by it. ms since 1970.
   */
  readonly leftAt: number | null;
}

/** `withdrawn`: the person said no. `ended`: the reason to write to them fell away otherwise. */
export const CONSENT_KINDS = ['given', 'withdrawn', 'ended'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Evidence, only ever appended: how and when a membership began or ended. */
export interface Consent {
  readonly listId: string;
  readonly subscriberId: string;
  readonly kind: ConsentKind;
  /** Null when it came from the reader or from a person in the admin. */
  readonly sourceId: string | null;
  /** A fixed word: `source`, `one-click`, `page`, `by-hand`, or why the source's person is left out. */
  readonly how: string;
  readonly at: number;
  /** Of what was given: which version of the words they agreed to. Absent: not known. */
  readonly wording?: string;
}

/** An outbox entry that stands for everybody of its source: rows changed that nobody can name. */
export const EVERYBODY = '*';

/**
 * It said no, to a source that keeps no address of who does: all that links it to a subscriber is that another
 * of the source may wait behind it.
 */
export const isBare = ({ leftOut, label, holds }: PersonClaim): boolean =>
  holds && leftOut === 'no-consent' && label === null;
