import type { AttributeValues } from '../segments/attributes';

/** Why a person of a source is not on its list. Each is counted and listed, none is a crash. */
export const LEFT_OUT_REASONS = [
  'no-address',
  'bad-address',
  'no-consent',
  'unconfirmed',
  'blocked',
  'suppressed',
  'same-person',
  'no-id',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What a source says of one person, after its mapping was applied; addresses still in the clear. */
export interface SourcePerson {
  readonly externalId: string;
  readonly address: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  readonly consent: boolean;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  /** Absent: none is known. */
  readonly attributes?: AttributeValues;
  /** Which version of the words they agreed to, or would now; absent: not known. */
  readonly wording?: string;
}

export const SUPPRESSION_REASONS = [
  'unsubscribed',
  'hard-bounce',
  'complaint',
  'erased',
  'by-hand',
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** A subscriber as everybody with `subscriber.read` may see them. */
export interface MaskedSubscriber {
  readonly id: string;
  /** e.g. `t•••@e•••.com`; the same person always has the same label. */
  readonly label: string;
  readonly locale: string | null;
  readonly status: 'active' | 'erased';
  readonly suppressed: SuppressionReason | null;
  readonly lists: readonly string[];
  readonly createdAt: number;
}

/** A reader in the clear: only the sending path and `subscriber.reveal` ever hold one. */
export interface Reader {
  readonly subscriberId: string;
  readonly address: string;
  readonly name: string | null;
  readonly locale: string | null;
}
