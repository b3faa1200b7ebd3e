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
  const bySubscriber = new Map<string, PersonClaim[]>();
  const put = new Map<string, PersonClaim>();
  const remove = new Map<string, ClaimKey>();

  const link = (claim: PersonClaim): void => {
    if (claim.subscriberId === null) return;
    const known = bySubscriber.get(claim.subscriberId);
    if (known) known.push(claim);
    else bySubscriber.set(claim.subscriberId, [claim]);
  };
  for (const claim of byKey.values()) link(claim);

  return {
    find: (key) => byKey.get(nameOf(key)),
    on: (subscriberId) =>
      (bySubscriber.get(subscriberId) ?? []).filter(
        (claim) => claim.goneAt === null && byKey.get(nameOf(claim)) === claim,
      ),
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
