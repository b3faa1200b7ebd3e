import type { ClaimKey, PersonClaim } from './claim';

/** The claims a sync is looking at, as they become while it goes through them. */
export interface ClaimBook {
  find(key: ClaimKey): PersonClaim | undefined;
  /** Those still there, of the sources that were asked for. */
  on(subscriberId: string): PersonClaim[];
  write(claim: PersonClaim): void;
  strike(key: ClaimKey): void;
  /** What is different from the beginning. */
  changes(): { put: PersonClaim[]; remove: ClaimKey[] };
}

export function openClaimBook(claims: readonly PersonClaim[]): ClaimBook {
  const byKey = new Map(claims.map((claim) => [nameOf(claim), claim]));
  const bySubscriber = new Map<string, Set<string>>();
  const put = new Map<string, PersonClaim>();
  const remove = new Map<string, ClaimKey>();

  const link = ({ subscriberId, ...key }: PersonClaim): void => {
    if (subscriberId === null) return;
    const names = bySubscriber.get(subscriberId) ?? new Set();
    bySubscriber.set(subscriberId, names.add(nameOf(key)));
  };
  for (const claim of byKey.values()) link(claim);

  return {
    find: (key) => byKey.get(nameOf(key)),
    on: (subscriberId) =>
      [...(bySubscriber.get(subscriberId) ?? [])]
        .flatMap((name) => byKey.get(name) ?? [])
        .filter((claim) => claim.subscriberId === subscriberId && claim.goneAt === null),
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

/** No source's id holds a space. */
const nameOf = ({ sourceId, externalId }: ClaimKey): string => `${sourceId} ${externalId}`;
