import { newId } from '../domain/ids';
import { ok, refuse, type Result } from '../domain/result';
import { holdsAddress } from '../domain/subscribers/address';
import { isSignedBy, type Signed } from '../domain/subscribers/push-signature';
import {
  isOfNow,
  lastOfEach,
  PUSH_REMEMBERED_MS,
  type PushBatch,
  type PushSource,
} from '../domain/subscribers/push-source';
import { keep, type KeepPushedDeps } from './take-push/keep';
import type { Chance, ListStore, PushRequest, Transactions } from '../ports';

export interface TakePushDeps extends KeepPushedDeps {
  readonly pushSources: readonly PushSource[];
  readonly lists: Pick<ListStore, 'takeTurn'>;
  readonly transactions: Transactions;
  readonly chance: Chance;
}

/** a system of the site owner's → what it says of its people, sealed, for the next sync */
export const createTakePush = (deps: TakePushDeps) => ({
  /** False for every request that is not a source's own, whatever is wrong with it. */
  isSigned(signed: Signed): boolean {
    const source = deps.pushSources.find(({ id }) => id === signed.sourceId);
    // Without a source the same is done with a key that nobody has.
    const key = source?.key ?? Buffer.from(deps.chance.bytes(32)).toString('hex');
    return isSignedBy(key, signed, deps.clock.now()) && source !== undefined;
  },

  /** Of a request that is signed. The same answer to the same request, however often. */
  async take(signed: Signed, { people, asOf: said }: PushBatch): Promise<Taken> {
    // Ids are kept in plain, are shown, and stay after an erasure.
    if (people.some(({ id }) => holdsAddress(id))) return refuse('address-as-id');
    return deps.transactions.within(async () => {
      // What is known of a person is read and written by one request at a time.
      await deps.lists.takeTurn();
      const [at, asOf] = [deps.clock.now(), Date.parse(said)];
      const before = await deps.pushed.remember(requestOf(deps, signed, at));
      if (before && before.bodyHash !== bodyHashOf(deps, signed)) return refuse('other-body');
      if (before) return ok({ accepted: people.length });
      if (!isOfNow(asOf, at)) return refuse('as-of');
      await keep(deps, {
        sourceId: signed.sourceId,
        people: lastOfEach(people),
        said: { asOf, at },
      });
      return ok({ accepted: people.length });
    });
  },
});

type Taken = Result<{ readonly accepted: number }, 'other-body' | 'as-of' | 'address-as-id'>;

export type TakePush = ReturnType<typeof createTakePush>;

const bodyHashOf = ({ keys }: TakePushDeps, { sourceId, text }: Signed): string =>
  keys.sign('row-hash', JSON.stringify(['push', sourceId, text]));

const requestOf = (deps: TakePushDeps, signed: Signed, at: number): PushRequest => ({
  id: newId(at, deps.chance.bytes(10)),
  sourceId: signed.sourceId,
  key: signed.idempotencyKey,
  bodyHash: bodyHashOf(deps, signed),
  at,
  forgetBefore: at - PUSH_REMEMBERED_MS,
});
