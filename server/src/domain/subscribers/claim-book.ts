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
  const known = byKey<PersonClaim>();
  const bySubscriber = new Map<string, PersonClaim[]>();
  const holding = new Map<string, PersonClaim[]>();
  const put = byKey<PersonClaim>();
  const remove = byKey<ClaimKey>();

  const link = (claim: PersonClaim): void => {
    if (claim.subscriberId === null) return;
    append(bySubscriber, claim.subscriberId, claim);
    if (claim.holds) append(holding, claim.subscriberId, claim);
  };
  const isNow = (claim: PersonClaim): boolean =>
    claim.goneAt === null && known.get(claim) === claim;
  for (const claim of claims) known.set(claim, claim);
  for (const claim of known.all()) link(claim);

  return {
    find: (key) => known.get(key),
    on: (subscriberId) => (bySubscriber.get(subscriberId) ?? []).filter(isNow),
    holders: (subscriberId) => (holding.get(subscriberId) ?? []).filter(isNow),
    write: (claim) => {
      known.set(claim, claim);
      put.set(claim, claim);
      link(claim);
    },
    strike: (key) => {
      known.delete(key);
      put.delete(key);
      remove.set(key, { sourceId: key.sourceId, externalId: key.externalId });
    },
    changes: () => ({ put: put.all(), remove: remove.all() }),
  };
}

/** A map in a map: to put a name together for each look was a fifth of what planning a first sync takes. */
function byKey<Value>() {
  const sources = new Map<string, Map<string, Value>>();
  const of = (sourceId: string): Map<string, Value> => {
    const found = sources.get(sourceId) ?? new Map<string, Value>();
    sources.set(sourceId, found);
    return found;
  };
  return {
    get: ({ sourceId, externalId }: ClaimKey) => sources.get(sourceId)?.get(externalId),
    set: ({ sourceId, externalId }: ClaimKey, value: Value) => of(sourceId).set(externalId, value),
    delete: ({ sourceId, externalId }: ClaimKey) => sources.get(sourceId)?.delete(externalId),
    all: () => [...sources.values()].flatMap((values) => [...values.values()]),
  };
}

function append(to: Map<string, PersonClaim[]>, at: string, claim: PersonClaim): void {
  const known = to.get(at);
  if (known) known.push(claim);
  else to.set(at, [claim]);
}
