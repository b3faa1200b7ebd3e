import { PUSH_WINDOW_MS } from './push-signature';
import type { AttributeValue } from '../segments/attributes';
import type { Attribute } from '../segments/rule';

/** A system of the site owner's that tells us of its people itself. */
export interface PushSource {
  readonly id: string;
  readonly list: string;
  /** What its ids are ids of; sources of one word are over the same people. Absent: of this source alone. */
  readonly people?: string | undefined;
  /** What segments may ask for; plain, so never what is personal. */
  readonly attributes?: readonly Attribute[];
  /** Which version of the words people agree to; kept with each consent from then on. Absent: not known. */
  readonly wording?: string | undefined;
  /** With which it signs what it sends. */
  readonly key: string;
}

export type Pushed =
  | {
      readonly id: string;
      readonly email: string;
      readonly name?: string | undefined;
      readonly locale?: string | undefined;
      readonly consent: boolean;
      /** When consent was given; a time to come is none yet. */
      readonly at?: string | undefined;
      /** Only those the source's configuration names are kept. */
      readonly attributes?: Readonly<Record<string, AttributeValue | null>> | undefined;
    }
  | { readonly id: string; readonly withdrawn: true };

export interface PushBatch {
  readonly people: readonly Pushed[];
  /** When the system made it, ISO 8601, however often and whenever it is sent. */
  readonly asOf: string;
}

/** People in one request, at most. */
export const PUSHED_AT_ONCE = 1000;
/** How long a request is remembered by its key. */
export const PUSH_REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a request was made when it says, so that it can be put in order with others: not longer ago than
 * requests, and who was withdrawn, are remembered, and not in a time to come. ms since 1970.
 */
export const isOfNow = (asOf: number, now: number): boolean =>
  asOf > now - PUSH_REMEMBERED_MS && asOf <= now + PUSH_WINDOW_MS;

/** Bound into the seal, so that it opens at no other person's row. */
export const pushContext = (sourceId: string, externalId: string): string =>
  `pushed:${sourceId}:${externalId}`;

/** Of people named twice what was said last. */
export const lastOfEach = (people: readonly Pushed[]): Pushed[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];
