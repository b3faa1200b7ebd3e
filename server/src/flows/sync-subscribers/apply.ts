import type { Arrival } from '../../domain/subscribers/arrival';
import type { ClaimKey, PersonClaim } from '../../domain/subscribers/claim';
import { type Erased, planSync, type SyncPlan } from '../../domain/subscribers/plan-sync';
import { NO_COUNTS, type SyncCounts } from '../../domain/subscribers/sync-run';
import type { SuppressionReason } from '../../domain/subscribers/subscriber';
import type { Traits } from '../../domain/subscribers/traits';
import type { Voices } from '../../domain/subscribers/voice';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';
import { firstOfEach } from './first-of-each';
import { newSubscriber, type Settled, settle } from './settle';
import type { Weighed } from './weigh';

/** What a source says: of these people this, of those nothing any more. */
export interface Said {
  readonly people: readonly Weighed[];
  readonly gone: readonly string[];
}

/**
 * Brings claims, subscribers and memberships to what a source says. Wants the turn, in a transaction.
 *
 * @param read claims of these people, if they have been read under the same turn
 */
export async function apply(
  deps: SyncDeps,
  source: Source,
  said: Said,
  read?: readonly PersonClaim[],
): Promise<SyncCounts> {
  // A source that names somebody twice is believed the first time.
  const people = firstOfEach(said.people, ({ externalId }) => externalId);
  const externalIds = [...people.map(({ externalId }) => externalId), ...said.gone];
  if (externalIds.length === 0) return NO_COUNTS;

  const known = read ?? (await deps.claims.of(source.id, externalIds));
  const elsewhere = await deps.kin.leftElsewhere(nameOf(source), externalIds);
  const settled = await settle(deps, people, known, elsewhere);
  const plan = planSync({
    sourceId: source.id,
    listId: source.listId,
    sourcesOfList: deps
      .sources()
      .filter((s) => s.listId === source.listId)
      .map(({ id }) => id),
    voices: voicesOf(deps.sources()),
    arrivals: people.map((person) => arrivalOf(source.id, person, settled, elsewhere)),
    departures: said.gone.map((externalId) => ({ sourceId: source.id, externalId })),
    // What was read under the lock comes last and counts.
    claims: [...known, ...(await deps.claims.standing(settled.touched, keysOf(known)))],
    memberships: await deps.lists.membershipsOf(settled.touched),
    now: deps.clock.now(),
  });
  await write(deps, plan, people, settled);
  return plan.counts;
}

const voicesOf = (sources: readonly Source[]): Voices =>
  new Map(
    sources.map(({ id, isMade = false, says = { name: true, locale: true } }) => [
      id,
      { isMade, saysName: says.name, saysLocale: says.locale },
    ]),
  );

const nameOf = ({ id, listId, peopleOf = id }: Source) => ({
  sourceId: id,
  people: peopleOf,
  listId,
});

const arrivalOf = (
  sourceId: string,
  person: Weighed,
  settled: Settled,
  elsewhere: ReadonlyMap<string, SuppressionReason>,
): Arrival => ({
  key: { sourceId, externalId: person.externalId },
  rowHash: person.rowHash,
  label: person.home?.label ?? null,
  because: person.because,
  subscriberId: (person.home && settled.ids.get(person.home.hash)) ?? null,
  isAddressSuppressed: person.home !== null && settled.suppressed.has(person.home.hash),
  isAddressErased: person.home !== null && settled.suppressed.get(person.home.hash) === 'erased',
  leftElsewhere: elsewhere.get(person.externalId) ?? null,
  attributes: person.attributes,
  wording: person.wording,
});

async function write(
  deps: SyncDeps,
  plan: SyncPlan,
  people: readonly Weighed[],
  { justMade }: Settled,
): Promise<void> {
  const now = deps.clock.now();
  const renewed = people.flatMap((person) => {
    const keeps = plan.refresh.get(person.externalId);
    const isNew = justMade.has(person.externalId);
    if (!keeps || isNew) return [];
    return newSubscriber(person, 'all').map((one) => ({ ...one, keeps }));
  });
  await deps.claims.put(plan.put, now);
  await deps.claims.remove(plan.remove);
  const coming = new Set(plan.memberships.flatMap((m) => (m.isOn ? [m.subscriberId] : [])));
  const isComing = ({ subscriberId }: Traits): boolean => coming.has(subscriberId);
  await deps.lists.putMemberships(plan.memberships, plan.traits.filter(isComing));
  await deps.lists.appendConsents(plan.consents);
  await deps.subscribers.update(renewed, now);
  await deps.traits.put(plan.traits.filter((one) => !isComing(one)));
  const unlinked = await deps.claims.unlinkBare(plan.bare);
  await deps.subscribers.forget(await deps.claims.unclaimed([...plan.forget, ...unlinked]), now);
  await deps.subscribers.erase(await erasable(deps, plan.erase), now);
  await deps.outbox.addWaiting(plan.again, now);
}

/** Not who somebody else leads to as well, whom the plan did not know. */
async function erasable({ claims }: SyncDeps, erased: readonly Erased[]): Promise<string[]> {
  const found: string[] = [];
  for (const { subscriberId, by } of erased) {
    if (!(await claims.isNamedBeside(subscriberId, by))) found.push(subscriberId);
  }
  return found;
}

const keysOf = (claims: readonly PersonClaim[]): ClaimKey[] =>
  claims.map(({ sourceId, externalId }) => ({ sourceId, externalId }));
