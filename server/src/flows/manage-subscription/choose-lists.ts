import { OF_A_READER, told } from '../../domain/audit/entry';
import { choose, type Choice } from '../../domain/subscribers/choose';
import type { ManageDeps } from './deps';
import { stirKin } from './stir-kin';

/** The reader's own choice of lists; of somebody who is suppressed nothing changes. */
export async function chooseLists(
  deps: ManageDeps,
  subscriberId: string,
  wanted: readonly string[],
): Promise<void> {
  const [locked] = await deps.subscribers.lock([subscriberId]);
  if (!locked) return;
  const suppressed = await deps.suppressions.among([locked.addressHash]);
  if (suppressed.length > 0) return;
  const choice = choose(await deps.lists.membershipsOf([locked.id]), new Set(wanted));
  if (choice.leave.length > 0) await leave(deps, locked.id, choice.leave);
  if (choice.comeBack.length > 0) await comeBack(deps, locked.id, choice.comeBack);
  await tell(deps, locked.id, choice);
}

async function leave(deps: ManageDeps, id: string, listIds: readonly string[]): Promise<void> {
  const at = deps.clock.now();
  const each = listIds.map((listId) => ({ listId, subscriberId: id }));
  await deps.lists.putMemberships(each.map((one) => ({ ...one, isOn: false, since: at })));
  await deps.lists.markLeft(id, listIds, at);
  await deps.lists.appendConsents(
    each.map((one) => ({ ...one, kind: 'withdrawn', sourceId: null, how: 'page', at })),
  );
  for (const listId of listIds) {
    const only = { listId, sourceIds: sourcesOf(deps, [listId]) };
    await deps.claims.suppress([id], { because: 'unsubscribed', at, only });
  }
  await stirKin(deps, [id]);
}

/** The sources are asked again: on the list is who they still say yes of. */
async function comeBack(deps: ManageDeps, id: string, listIds: readonly string[]): Promise<void> {
  const at = deps.clock.now();
  await deps.lists.markLeft(id, listIds, null);
  const again = await deps.claims.unsuppress([id], at, {
    because: 'unsubscribed',
    sourceIds: sourcesOf(deps, listIds),
  });
  if (again.length > 0) await deps.outbox.add(again, at);
  await stirKin(deps, [id]);
}

const sourcesOf = ({ sourcesOfLists }: ManageDeps, listIds: readonly string[]): string[] =>
  sourcesOfLists()
    .filter(({ listId }) => listIds.includes(listId))
    .map(({ id }) => id);

async function tell(deps: ManageDeps, id: string, { leave, comeBack }: Choice): Promise<void> {
  if (leave.length + comeBack.length === 0) return;
  await deps.audit.record(
    told(OF_A_READER, {
      act: 'subscriber.choose',
      result: 'done',
      subject: { kind: 'subscriber', id },
      at: deps.clock.now(),
      detail: { left: leave.join(' '), cameBack: comeBack.join(' ') },
    }),
  );
}
