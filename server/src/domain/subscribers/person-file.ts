import type { DeliveryState } from '../delivery/outcome';
import type { Consent, Membership, PersonClaim } from './claim';
import type { MaskedSubscriber, Reader } from './subscriber';
import type { Suppression } from './suppression';

/** Everything we hold on one person; times as ISO 8601 in UTC, for people to read. */
export type PersonFile = ReturnType<typeof personFile>;

export interface Holdings {
  readonly subscriber: MaskedSubscriber;
  /** Null: erased, or left before we kept an address. */
  readonly reader: Reader | null;
  /** Until when they asked to get nothing; null: never. */
  readonly pausedUntil: number | null;
  /** How many days they want between newsletters; null: none. */
  readonly spacing: number | null;
  readonly memberships: readonly Membership[];
  readonly consents: readonly Consent[];
  readonly claims: readonly PersonClaim[];
  readonly suppression: Suppression | null;
  /** By public forms. */
  readonly signUps: readonly {
    readonly form: string;
    readonly wording: string;
    readonly askedAt: number;
    readonly confirmedAt: number;
  }[];
  readonly deliveries: readonly {
    readonly editionId: string;
    readonly state: DeliveryState;
    readonly because: string | null;
    readonly at: number | null;
    readonly reply: string | null;
  }[];
  /** What was done to them by us: not by whom, which is somebody else's personal data. */
  readonly acts: readonly { readonly act: string; readonly at: number }[];
}

export const personFile = (held: Holdings, at: number) => ({
  madeAt: timeOf(at),
  person: {
    id: held.subscriber.id,
    address: held.reader?.address ?? null,
    name: held.reader?.name ?? null,
    locale: held.subscriber.locale,
    status: held.subscriber.status,
    pausedUntil: maybeTimeOf(held.pausedUntil),
    daysBetween: held.spacing,
    since: timeOf(held.subscriber.createdAt),
  },
  lists: held.memberships.map(({ listId, isOn, since }) => ({
    ...{ list: listId, isOn },
    since: timeOf(since),
  })),
  consents: held.consents.map(({ listId, kind, sourceId, how, at: when, wording = null }) => ({
    ...{ list: listId, kind, source: sourceId, how, wording },
    at: timeOf(when),
  })),
  sources: held.claims.map(({ sourceId, externalId, leftOut, suppressedAt, attributes = {} }) => ({
    ...{ source: sourceId, externalId, leftOut, attributes },
    leftAt: maybeTimeOf(suppressedAt),
  })),
  suppression: suppressionOf(held.suppression),
  signUps: held.signUps.map(({ form, wording, askedAt, confirmedAt }) => ({
    ...{ form, wording },
    askedAt: timeOf(askedAt),
    confirmedAt: timeOf(confirmedAt),
  })),
  deliveries: held.deliveries.map(({ editionId, state, because, at: when, reply }) => ({
    ...{ edition: editionId, state, because, reply },
    at: maybeTimeOf(when),
  })),
  acts: held.acts.map(({ act, at: when }) => ({ act, at: timeOf(when) })),
});

const suppressionOf = (suppression: Suppression | null) =>
  suppression && {
    because: suppression.because,
    source: suppression.source,
    note: suppression.note,
    since: timeOf(suppression.since),
  };

const timeOf = (at: number): string => new Date(at).toISOString();
const maybeTimeOf = (at: number | null): string | null => (at === null ? null : timeOf(at));
