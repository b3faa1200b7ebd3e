import type { PersonClaim } from '../../domain/subscribers/claim';
import { NOBODY } from '../../domain/subscribers/mask';
import type { SuppressionReason } from '../../domain/subscribers/subscriber';
import type { NewSubscriber } from '../../ports';
import type { SyncDeps } from './deps';
import { firstOfEach } from './first-of-each';
import type { Weighed } from './weigh';

/** The subscribers behind a group of people, locked, and which of their addresses are suppressed. */
export interface Settled {
  /** Subscriber ids by address hash. */
  readonly ids: ReadonlyMap<string, string>;
  /** The ids of all who may be changed: who they are now, and who they were linked to before. */
  readonly touched: readonly string[];
  /** Why, by address hash. */
  readonly suppressed: ReadonlyMap<string, SuppressionReason>;
  /** External ids whose subscriber was made with what they say now. */
  readonly justMade: ReadonlySet<string>;
}

/**
 * Whoever is fit for the list becomes a subscriber if they were none; of others no address is kept. Most who come
 * are new: who was there before is learnt by making them, and not looked up first.
 */
export async function settle(
  deps: SyncDeps,
  people: readonly Weighed[],
  known: readonly PersonClaim[],
  elsewhere: ReadonlyMap<string, SuppressionReason>,
): Promise<Settled> {
  const fit = people.filter(({ because, home }) => because === null && home !== null);
  const coming = firstOfEach(fit, ({ home }) => home?.hash);
  const suppressedThen = await suppressedAmong(deps, hashesOf(coming));
  const left = new Map(
    known.flatMap((c) => (c.suppressedAt === null ? [] : [[c.externalId, c.suppressedBecause]])),
  );
  const mayBeKept = (person: Weighed): Kept => {
    const reasons = [left.get(person.externalId), elsewhere.get(person.externalId)];
    if (reasons.includes('erased')) return 'hash';
    const isOut = reasons.some(isReason) || suppressedThen.has(person.home?.hash ?? '');
    return isOut ? 'label' : 'all';
  };
  const { made, found } = await deps.subscribers.introduce(
    coming.flatMap((person) => newSubscriber(person, mayBeKept(person))),
    deps.clock.now(),
  );

  const others = hashesOf(people).filter((hash) => !made.has(hash) && !found.has(hash));
  const old = new Map([...found, ...(await deps.subscribers.idsOf(others))]);
  const touched = [...new Set([...old.values(), ...known.flatMap((c) => c.subscriberId ?? [])])];
  const locked = await deps.subscribers.lock(touched);
  // Who was there may have left until they were locked.
  const suppressed = await suppressedAmong(
    deps,
    locked.map(({ addressHash }) => addressHash),
  );
  for (const [hash, because] of suppressedThen) if (made.has(hash)) suppressed.set(hash, because);
  const isMade = ({ home }: Weighed): boolean => made.has(home?.hash ?? '');
  return {
    ids: new Map([...old, ...made]),
    touched,
    suppressed,
    justMade: new Set(coming.filter(isMade).map(({ externalId }) => externalId)),
  };
}

async function suppressedAmong(
  { suppressions }: Pick<SyncDeps, 'suppressions'>,
  hashes: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const found = await suppressions.among(hashes);
  return new Map(found.map(({ addressHash, because }) => [addressHash, because]));
}

/** Of whom is suppressed not even the sealed address is kept, of who was erased nothing but the hash. */
type Kept = 'all' | 'label' | 'hash';

export function newSubscriber({ home, name, locale }: Weighed, kept: Kept): NewSubscriber[] {
  if (!home) return [];
  const { hash, address, domain, label, sealed } = home;
  if (kept === 'hash') {
    return [{ addressHash: hash, domain: '', label: NOBODY, locale: null, person: null }];
  }
  const person = kept === 'all' ? { address, name, sealed } : null;
  return [{ addressHash: hash, domain, label, locale, person }];
}

const isReason = (reason: SuppressionReason | null | undefined): boolean => Boolean(reason);

const hashesOf = (people: readonly Weighed[]): string[] =>
  people.flatMap(({ home }) => home?.hash ?? []);
