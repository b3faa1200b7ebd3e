import { valuesOf } from '../../domain/segments/attributes';
import { normaliseAddress } from '../../domain/subscribers/address';
import { pushContext, type Pushed, type PushSource } from '../../domain/subscribers/push-source';
import { sealText } from '../../domain/subscribers/sealed';
import type {
  ClaimStore,
  Clock,
  Keys,
  KinStore,
  Outbox,
  PushedPerson,
  PushedStore,
  Said,
  SubscriberStore,
  SuppressionStore,
} from '../../ports';

export interface KeepPushedDeps {
  readonly pushSources: readonly PushSource[];
  readonly pushed: PushedStore;
  readonly subscribers: Pick<SubscriberStore, 'idsOf' | 'lock'>;
  readonly claims: Pick<ClaimStore, 'of' | 'standing'>;
  readonly kin: Pick<KinStore, 'leftElsewhere'>;
  readonly suppressions: Pick<SuppressionStore, 'among'>;
  readonly outbox: Outbox;
  readonly keys: Pick<Keys, 'seal' | 'addressHash' | 'sign'>;
  readonly clock: Clock;
}

type Upsert = Exclude<Pushed, { withdrawn: true }>;

interface Batch {
  readonly sourceId: string;
  readonly people: readonly Pushed[];
  readonly said: Said;
}

/**
 * What was said before something newer is passed over, in whatever order it comes. Of whom was erased nothing
 * is kept, and what was is gone: no system brings them back.
 */
export async function keep(deps: KeepPushedDeps, { sourceId, said, ...batch }: Batch) {
  const known = await deps.pushed.saidOf(
    sourceId,
    batch.people.map(({ id }) => id),
  );
  const people = batch.people.filter(({ id }) => (known.get(id) ?? 0) <= said.asOf);
  const [upserts, withdrawn] = [people.filter(isUpsert), people.filter((one) => !isUpsert(one))];
  const sealed = upserts.map((person) => sealedOf(deps, sourceId, person));
  const erased = await erasedAmong(deps, sourceId, sealed);
  await deps.pushed.put(
    sealed.filter(({ externalId }) => !erased.has(externalId)),
    said,
  );
  await deps.pushed.withdraw(
    sourceId,
    withdrawn.map(({ id }) => id),
    said,
  );
  await deps.pushed.remove([...erased].map((externalId) => ({ sourceId, externalId })));
  await deps.outbox.add(
    people.map(({ id }) => ({ sourceId, externalId: id })),
    said.at,
  );
}

const isUpsert = (person: Pushed): person is Upsert => !('withdrawn' in person);

/** By their address, and as the same person of this source, or of another over the same people. */
async function erasedAmong(
  deps: KeepPushedDeps,
  sourceId: string,
  people: readonly PushedPerson[],
): Promise<ReadonlySet<string>> {
  const externalIds = people.map(({ externalId }) => externalId);
  const hashes = people.flatMap(({ addressHash }) => addressHash ?? []);
  const claims = await deps.claims.of(sourceId, externalIds);
  const ids = [
    ...(await deps.subscribers.idsOf(hashes)).values(),
    ...claims.flatMap(({ subscriberId }) => subscriberId ?? []),
  ];
  await deps.subscribers.lock(ids);
  // What is read under the lock counts: an erasure may have come in between.
  const marks = [...claims, ...(await deps.claims.standing(ids, claims))].filter(
    (claim) => claim.sourceId === sourceId && claim.suppressedBecause === 'erased',
  );
  const source = deps.pushSources.find(({ id }) => id === sourceId);
  const named = { sourceId, people: source?.people ?? sourceId, listId: source?.list ?? '' };
  const elsewhere = await deps.kin.leftElsewhere(named, externalIds);
  const suppressions = await deps.suppressions.among(hashes);
  const gone = new Set(
    suppressions.flatMap((one) => (one.because === 'erased' ? [one.addressHash] : [])),
  );
  return new Set([
    ...marks.map(({ externalId }) => externalId),
    ...[...elsewhere].flatMap(([externalId, because]) =>
      because === 'erased' ? [externalId] : [],
    ),
    ...people.flatMap((one) => (gone.has(one.addressHash ?? '') ? [one.externalId] : [])),
  ]);
}

/** Of who says no nothing is kept but that. */
function sealedOf(
  { keys, clock, pushSources }: KeepPushedDeps,
  sourceId: string,
  person: Upsert,
): PushedPerson {
  const { id: externalId, email, name = null, locale = null } = person;
  if (!person.consent) {
    const nobody = {
      addressHash: null,
      sealed: null,
      locale: null,
      consentAt: null,
      attributes: {},
    };
    return { ...nobody, sourceId, externalId };
  }
  const address = normaliseAddress(email);
  const attributes = pushSources.find(({ id }) => id === sourceId)?.attributes ?? [];
  return {
    ...{ sourceId, externalId, locale },
    addressHash: address.ok ? keys.addressHash(address.value.normalised) : null,
    sealed: keys.seal(sealText({ address: email, name }), pushContext(sourceId, externalId)),
    attributes: valuesOf(attributes, ({ name }) => person.attributes?.[name]),
    consentAt: person.at ? Date.parse(person.at) : clock.now(),
  };
}
