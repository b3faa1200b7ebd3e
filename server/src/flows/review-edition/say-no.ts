import type { Asking } from '../../domain/access/asking';
import type { Act } from '../../domain/audit/entry';
import type { Edition } from '../../domain/editions/edition';
import type { EditionMove } from '../../domain/editions/states';
import { newId } from '../../domain/ids';
import { readReason } from '../../domain/reviews/reason';
import { no, tell, tellLog, type No, type ReviewAnswer } from './answer';
import type { ReviewDeps } from './deps';

/** With a reason of 1 to 500 characters. Whoever may approve may say no, with a hand in it or not. */
export const createSendBack =
  (deps: ReviewDeps) =>
  async (
    editionId: string,
    by: Asking,
    why: { readonly reason: string },
  ): Promise<ReviewAnswer> => {
    const reason = readReason(why.reason);
    if (reason === null) return no('reason-missing');
    return close(deps, { editionId, by, move: 'send-back', refusal: 'not-in-review' }, (at) =>
      deps.decisions.insert({
        id: newId(at, deps.chance.bytes(10)),
        editionId,
        person: by.person,
        kind: 'send-back',
        reason,
        decidedAt: at,
        notBefore: null,
        notAfter: null,
        readersShown: null,
        roles: null,
        seal: null,
      }),
    );
  };

/** Takes an edition back that waits, is approved or is scheduled. */
export const createWithdraw =
  (deps: ReviewDeps) =>
  (editionId: string, by: Asking): Promise<ReviewAnswer> =>
    close(deps, { editionId, by, move: 'withdraw', refusal: 'wrong-state' });

interface Closing {
  readonly editionId: string;
  readonly by: Asking;
  readonly move: EditionMove & ('send-back' | 'withdraw');
  readonly refusal: No['reason'];
}

async function close(
  deps: ReviewDeps,
  { editionId, by, move, refusal }: Closing,
  andThen: (at: number) => Promise<void> = async () => undefined,
): Promise<ReviewAnswer> {
  const at = deps.clock.now();
  const act: Act = `edition.${move}`;
  const moved = await deps.transactions.within(async () => {
    const edition = await deps.editions.move(editionId, move, { at });
    if (edition) await andThen(at);
    await tell(deps, by, act, editionId, { result: edition ? 'done' : refusal });
    return edition;
  });
  if (moved) tellLog(deps, moved);
  return moved ? { ok: true, value: moved } : why(deps, editionId, refusal);
}

async function why(deps: ReviewDeps, editionId: string, refusal: No['reason']): Promise<No> {
  const edition: Edition | null = await deps.editions.find(editionId);
  if (!edition) return no('no-such-edition');
  const by = (await deps.decisions.of(editionId)).at(-1)?.person ?? null;
  return no(refusal, [{ because: 'not-in-review', state: edition.state, by }]);
}
