import type { AttributeValues } from '../segments/attributes';
import type { ClaimBook } from './claim-book';
import { type ClaimKey, isBare, type PersonClaim } from './claim';
import type { LeftOutReason, SuppressionReason } from './subscriber';

/** A person as their source names them now, and what their address leads to. */
export interface Arrival {
  readonly key: ClaimKey;
  readonly rowHash: string;
  readonly label: string | null;
  /** Why the source alone keeps them off the list; null: fit for it. */
  readonly because: LeftOutReason | null;
  /** The subscriber with this address; null without a usable one, or when nobody fit ever had it. */
  readonly subscriberId: string | null;
  readonly isAddressSuppressed: boolean;
  /** The address was erased: not even its label is kept again. */
  readonly isAddressErased: boolean;
  /** Why the same person left by another source over the same people; null: they did not. */
  readonly leftElsewhere: SuppressionReason | null;
  readonly attributes?: AttributeValues | undefined;
  readonly wording?: string | undefined;
}

/** The claim as it is after this arrival. */
export function claimAfter(arrival: Arrival, book: ClaimBook): PersonClaim {
  const before = book.find(arrival.key);
  const subscriberId = saysNoWithoutAddress(arrival, before)
    ? (before?.subscriberId ?? null)
    : arrival.subscriberId;
  const keepsAddress = subscriberId !== null && before?.subscriberId === subscriberId;
  const isErasedNow = isErased(arrival, before);
  const leftOut = arrival.because ?? reasonBeyondTheSource(arrival, before, book);
  const holds = leftOut === null || (keepsAddress && before.holds);
  const after: PersonClaim = {
    sourceId: arrival.key.sourceId,
    externalId: arrival.key.externalId,
    subscriberId: arrival.because === null || keepsAddress ? subscriberId : null,
    label: isErasedNow ? null : arrival.label,
    rowHash: arrival.rowHash,
    leftOut,
    holds,
    suppressedAt: before?.suppressedAt ?? null,
    suppressedBecause: before?.suppressedBecause ?? null,
    goneAt: null,
  };
  const { attributes } = arrival;
  return holds && !isErasedNow && !isBare(after) && attributes ? { ...after, attributes } : after;
}

/** Then nothing says that they have another address by now. Only who decides is kept linked; see `isBare`. */
const saysNoWithoutAddress = (
  { because, label }: Arrival,
  before: PersonClaim | undefined,
): boolean => because === 'no-consent' && label === null && before?.holds === true;

/** Nothing of this person is kept again, whatever address they have by now. */
export const isErased = (
  { isAddressErased, leftElsewhere }: Arrival,
  before: PersonClaim | undefined,
): boolean =>
  isAddressErased || leftElsewhere === 'erased' || before?.suppressedBecause === 'erased';

function reasonBeyondTheSource(
  { key, subscriberId, isAddressSuppressed, leftElsewhere }: Arrival,
  before: PersonClaim | undefined,
  book: ClaimBook,
): LeftOutReason | null {
  const hasLeft = leftElsewhere !== null || (before?.suppressedAt ?? null) !== null;
  if (isAddressSuppressed || hasLeft) return 'suppressed';
  const holders = subscriberId === null ? [] : book.holders(subscriberId);
  const isHeld = holders.some(
    (claim) => claim.sourceId === key.sourceId && claim.externalId !== key.externalId,
  );
  return isHeld ? 'same-person' : null;
}

export const isSameClaim = (a: PersonClaim, b: PersonClaim): boolean =>
  a.subscriberId === b.subscriberId &&
  a.label === b.label &&
  a.rowHash === b.rowHash &&
  a.leftOut === b.leftOut &&
  a.holds === b.holds &&
  a.goneAt === b.goneAt;
