import { type Act, OF_A_READER, told } from '../../domain/audit/entry';
import { pausedUntil, type PauseDays } from '../../domain/subscribers/pause';
import type { SpacingDays } from '../../domain/subscribers/spacing';
import type { ManageDeps } from './deps';

/** A rest from all mail; null ends it. Lists and consent stay as they are. */
export async function pause(deps: ManageDeps, id: string, days: PauseDays | null): Promise<void> {
  const at = deps.clock.now();
  const until = days === null ? null : pausedUntil(days, at);
  await ofAReader(deps, id, days === null ? 'subscriber.resume' : 'subscriber.pause', async () => {
    await deps.subscribers.pause(id, until, at);
    return { days: days ?? 0 };
  });
}

/** No newsletter sooner than so many days after the last, of whatever list; null: as they come. */
export async function space(deps: ManageDeps, id: string, days: SpacingDays | null): Promise<void> {
  await ofAReader(deps, id, 'subscriber.space', async () => {
    await deps.subscribers.space(id, days, deps.clock.now());
    return { days: days ?? 0 };
  });
}

/** From now on in this language, whatever a source says. */
export async function speak(deps: ManageDeps, id: string, locale: string): Promise<void> {
  await ofAReader(deps, id, 'subscriber.language', async () => {
    await deps.subscribers.speak(id, locale, deps.clock.now());
    return { locale };
  });
}

/** Of somebody who is suppressed nothing changes. */
async function ofAReader(
  deps: ManageDeps,
  subscriberId: string,
  act: Act,
  change: () => Promise<Readonly<Record<string, string | number>>>,
): Promise<void> {
  const [locked] = await deps.subscribers.lock([subscriberId]);
  if (!locked) return;
  if ((await deps.suppressions.among([locked.addressHash])).length > 0) return;
  const detail = await change();
  await deps.audit.record(
    told(OF_A_READER, {
      act,
      result: 'done',
      subject: { kind: 'subscriber', id: locked.id },
      at: deps.clock.now(),
      detail,
    }),
  );
}
