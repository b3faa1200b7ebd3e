import { newId } from '../domain/ids';
import { ok, refuse, type Result } from '../domain/result';
import { normaliseAddress } from '../domain/subscribers/address';
import { isSignedBy, type Signed } from '../domain/subscribers/push-signature';
import {
  lastOfEach,
  PUSH_REMEMBERED_MS,
  pushContext,
  type Pushed,
  type PushSource,
} from '../domain/subscribers/push-source';
import { sealText } from '../domain/subscribers/sealed';
import type {
  Chance,
  Clock,
  Keys,
  Outbox,
  PushedPerson,
  PushedStore,
  SubscriberStore,
  SuppressionStore,
  Transactions,
} from '../ports';

export interface TakePushDeps {
  readonly pushSources: readonly PushSource[];
  readonly pushed: PushedStore;
  readonly subscribers: Pick<SubscriberStore, 'idsOf' | 'lock'>;
  readonly suppressions: Pick<SuppressionStore, 'among'>;
  readonly outbox: Outbox;
  readonly keys: Pick<Keys, 'seal' | 'addressHash' | 'sign'>;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
}

type Upsert = Exclude<Pushed, { withdrawn: true }>;

/** a system of the site owner's → what it says of its people, sealed, for the next sync */
export const createTakePush = (deps: TakePushDeps) => ({
  /** False for every request that is not a source's own, whatever is wrong with it. */
  isSigned(sourceId: string, signed: Signed): boolean {
    const source = deps.pushSources.find(({ id }) => id === sourceId);
    // Without a source the same is done with a key that nobody has.
    const key = source?.key ?? Buffer.from(deps.chance.bytes(32)).toString('hex');
    return isSignedBy(key, signed, deps.clock.now()) && source !== undefined;
  },

  /** Of a request that is signed. The same answer to the same request, however often. */
  take: (
    sourceId: string,
    { idempotencyKey, text }: Signed,
    people: readonly Pushed[],
  ): Promise<Result<{ readonly accepted: number }, 'other-body'>> =>
    deps.transactions.within(async () => {
      const at = deps.clock.now();
      const bodyHash = deps.keys.sign('row-hash', JSON.stringify(['push', sourceId, text]));
      const before = await deps.pushed.remember({
        id: newId(at, deps.chance.bytes(10)),
        ...{ sourceId, key: idempotencyKey, bodyHash, at },
        forgetBefore: at - PUSH_REMEMBERED_MS,
      });
      if (before === null) await keep(deps, sourceId, lastOfEach(people));
      else if (before.bodyHash !== bodyHash) return refuse('other-body');
      return ok({ accepted: people.length });
    }),
});

export type TakePush = ReturnType<typeof createTakePush>;

/** Of whom was erased nothing is kept, and what was is gone: no system brings them back. */
async function keep(deps: TakePushDeps, sourceId: string, people: Pushed[]): Promise<void> {
  const at = deps.clock.now();
  const said = people.flatMap((person) =>
    'withdrawn' in person ? [] : [sealedOf(deps, sourceId, person)],
  );
  const hashes = said.flatMap(({ addressHash }) => addressHash ?? []);
  await deps.subscribers.lock([...(await deps.subscribers.idsOf(hashes)).values()]);
  const suppressions = await deps.suppressions.among(hashes);
  const erased = new Set(
    suppressions.flatMap((one) => (one.because === 'erased' ? [one.addressHash] : [])),
  );
  const kept = said.filter(({ addressHash }) => !erased.has(addressHash ?? ''));
  const names = new Set(kept.map(({ externalId }) => externalId));
  await deps.pushed.put(kept, at);
  await deps.pushed.remove(
    sourceId,
    people.flatMap(({ id }) => (names.has(id) ? [] : [id])),
  );
  await deps.outbox.add(
    people.map(({ id }) => ({ sourceId, externalId: id })),
    at,
  );
}

function sealedOf({ keys, clock }: TakePushDeps, sourceId: string, person: Upsert): PushedPerson {
  const address = normaliseAddress(person.email);
  const context = pushContext(sourceId, person.id);
  return {
    ...{ sourceId, externalId: person.id, locale: person.locale ?? null },
    addressHash: address.ok ? keys.addressHash(address.value.normalised) : null,
    sealed: keys.seal(sealText({ address: person.email, name: person.name ?? null }), context),
    consentAt: person.consent ? (person.at ? Date.parse(person.at) : clock.now()) : null,
  };
}
