import type { PersonClaim } from '../../domain/subscribers/claim';
import type { SyncDeps } from './deps';
import { firstOfEach } from './first-of-each';
import type { Weighed } from './weigh';

/**
 * External ids of those who are on the list and would not stay there: no longer fit for it, or moving to
 * an address that somebody else has, or had.
 */
export async function leavingAmong(
  deps: Pick<SyncDeps, 'subscribers'>,
  changed: readonly Weighed[],
  claims: ReadonlyMap<string, PersonClaim>,
): Promise<ReadonlySet<string>> {
  const people = changed.filter(({ externalId }) => isOn(claims.get(externalId)));
  const owners = await deps.subscribers.idsOf(people.flatMap(({ home }) => home?.hash ?? []));
  const first = new Set(firstOfEach(people, ({ home }) => home?.hash));
  const isTaken = (person: Weighed): boolean => {
    const owner = owners.get(person.home?.hash ?? '');
    const own = claims.get(person.externalId)?.subscriberId;
    return owner === undefined ? !first.has(person) : owner !== own;
  };
  return new Set(
    people
      .filter((person) => person.because !== null || isTaken(person))
      .map(({ externalId }) => externalId),
  );
}

const isOn = (claim: PersonClaim | undefined): boolean =>
  claim !== undefined && claim.goneAt === null && claim.leftOut === null;
