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

/** Whoever is fit for the list becomes a subscriber if they were none; of others no address is kept. */
export async function settle(
  deps: SyncDeps,
  people: readonly Weighed[],
  known: readonly PersonClaim[],
  elsewhere: ReadonlyMap<string, SuppressionReason>,
): Promise<Settled> {
  const old = await deps.subscribers.idsOf(people.flatMap(({ home }) => home?.hash ?? []));
  const touched = [...new Set([...old.values(), ...known.flatMap((c) => c.subscriberId ?? [])])];
  const locked = await deps.subscribers.lock(touched);

  const fit = people.filter(({ because, home }) => because === null && !old.has(home?.hash ?? ''));
  const newcomers = firstOfEach(fit, ({ home }) => home?.hash);
  const hashes = [...locked.map(({ addressHash }) => addressHash), ...hashesOf(newcomers)];
  const suppressions = await deps.suppressions.among(hashes);
  const suppressed = new Map(
    suppressions.map(({ addressHash, because }) => [addressHash, because]),
  );

  const left = new Map(
    known.flatMap((c) => (c.suppressedAt === null ? [] : [[c.externalId, c.suppressedBecause]])),
  );
  const mayBeKept = (person: Weighed): Kept => {
    const reasons = [left.get(person.externalId), elsewhere.get(person.externalId)];
    if (reasons.includes('erased')) return 'hash';
    const isOut = reasons.some(isReason) || suppressed.has(person.home?.hash ?? '');
    return isOut ? 'label' : 'all';
  };
  const made = await deps.subscribers.ensure(
    newcomers.flatMap((person) => newSubscriber(person, mayBeKept(person))),
    deps.clock.now(),
  );
  return {
    ids: new Map([...old, ...made]),
    touched,
    suppressed,
    justMade: new Set(newcomers.map(({ externalId }) => externalId)),
  };
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
