import type { ClaimKey, PersonClaim } from './claim';

/** The claims a sync is looking at, as they become while it goes through them. */
export interface ClaimBook {
  find(key: ClaimKey): PersonClaim | undefined;
  /** Those still there that are known. */
  on(subscriberId: string): PersonClaim[];
  /** Of these, who decides: at most one of each source, however many name the same address. */
  holders(subscriberId: string): PersonClaim[];
  write(claim: PersonClaim): void;
  strike(key: ClaimKey): void;
  /** What is different from the beginning. */
  changes(): { put: PersonClaim[]; remove: ClaimKey[] };
}

export function openClaimBook(claims: readonly PersonClaim[]): ClaimBook {
  const byKey = new Map(claims.map((claim) => [nameOf(claim), claim]));
  const bySubscriber = new Map<string, PersonClaim[]>();
  const holding = new Map<string, PersonClaim[]>();
  const put = new Map<string, PersonClaim>();
  const remove = new Map<string, ClaimKey>();

  const link = (claim: PersonClaim): void => {
    if (claim.subscriberId === null) return;
    append(bySubscriber, claim.subscriberId, claim);
    if (claim.holds) append(holding, claim.subscriberId, claim);
  };
  const isNow = (claim: PersonClaim): boolean =>
    claim.goneAt === null && byKey.get(nameOf(claim)) === claim;
  for (const claim of byKey.values()) link(claim);

  return {
    find: (key) => byKey.get(nameOf(key)),
    on: (subscriberId) => (bySubscriber.get(subscriberId) ?? []).filter(isNow),
    holders: (subscriberId) => (holding.get(subscriberId) ?? []).filter(isNow),
    write: (claim) => {
      byKey.set(nameOf(claim), claim);
      put.set(nameOf(claim), claim);
      link(claim);
    },
    strike: (key) => {
      byKey.delete(nameOf(key));
      put.delete(nameOf(key));
      remove.set(nameOf(key), { sourceId: key.sourceId, externalId: key.externalId });
    },
    changes: () => ({ put: [...put.values()], remove: [...remove.values()] }),
  };
}

function append(to: Map<string, PersonClaim[]>, at: string, claim: PersonClaim): void {
  const known = to.get(at);
  if (known) known.push(claim);
  else to.set(at, [claim]);
}

/** No source's id holds a space. */
const nameOf = ({ sourceId, externalId }: ClaimKey): string => `${sourceId} ${externalId}`;
