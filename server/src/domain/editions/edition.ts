import type { EditionContent } from './content';
import type { EditionState } from './states';

/** Why an edition is held, in a fixed word the admin translates. */
export const HELD_REASONS = [
  'late',
  'drift',
  'fingerprint',
  'seal',
  'approver',
  'roles',
  'rule',
  'segment',
  'repointed',
  'instance',
  'transport',
  'restored',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** An edition without its content. Times in ms since 1970, people as admin document ids. */
export interface Edition {
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly state: EditionState;
  readonly heldBecause: HeldReason | null;
  readonly fingerprint: string;
  /** Hash of the campaign's locales as they were when this was made. */
  readonly campaignHash: string;
  readonly submittedBy: string;
  readonly submittedAt: number;
  readonly expiresAt: number;
  /** The wished time, resolved in its zone; null when somebody starts it by hand. */
  readonly wishedAt: number | null;
  /** Readers counted when submitted, and frozen when sending started. */
  readonly readersAtSubmit: number;
  readonly readers: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

export interface FullEdition extends Edition {
  readonly content: EditionContent;
}

/** One person's answer to an edition; `seal` is the countersignature of an approval. */
export interface Decision {
  readonly id: string;
  readonly editionId: string;
  readonly person: string;
  readonly kind: 'approve' | 'send-back';
  readonly reason: string | null;
  readonly decidedAt: number;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly readersShown: number | null;
  /** Of the roles asked for, those they signed with, by code; null: none was asked for. */
  readonly roles: readonly string[] | null;
  readonly seal: string | null;
}

/**
 * A hand: somebody who created, changed, cloned or submitted a campaign, or changed a part that an
 * edition of it holds. `unknown` had no admin session.
 */
export interface Hand {
  readonly campaignId: string;
  readonly person: string;
  readonly lastAt: number;
  /**
   * Absent: the campaign itself. `part`: only a part of the edition, such as a segment, the sender or a picture.
   * `set-up`: only a segment or a picture, and before that edition none had gone out on this site.
   */
  readonly through?: 'part' | 'set-up';
}
export const UNKNOWN_HAND = 'unknown';
