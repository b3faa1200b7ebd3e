import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { scrubAddresses } from '../../domain/delivery/scrub';
import type { AuditReader, AuditTrail, Clock } from '../../ports';

export interface LookDeps {
  readonly audit: AuditTrail & AuditReader;
  readonly clock: Clock;
}

/** What opens an address, or tells whether it is known. */
const LOOKS = ['subscriber.reveal', 'subscriber.access', 'subscriber.search'] as const;

export interface Look {
  readonly act: (typeof LOOKS)[number];
  readonly id: string;
  readonly reason: string | null;
}

/** Looks of one person in an hour: enough to help readers, too few to copy a list one by one. */
export const LOOKS_AN_HOUR = 30;

const HOUR_MS = 60 * 60 * 1000;

/** Who looked, and why, is for everybody to read who may read the trail. False: too many in this hour. */
export async function tellLook(deps: LookDeps, look: Look, by: Asking): Promise<boolean> {
  if ((await looksOf(deps, by)) >= LOOKS_AN_HOUR) return false;
  await tell(deps, look, by);
  // Again, with this one: of many at once all have been let in before the first was counted.
  return (await looksOf(deps, by)) <= LOOKS_AN_HOUR;
}

export const tell = ({ audit, clock }: LookDeps, { act, id, reason }: Look, by: Asking) =>
  audit.record(
    told(by, {
      ...{ act, result: 'done', subject: { kind: 'subscriber', id }, at: clock.now() },
      detail: reason === null ? {} : { reason: scrubAddresses(reason) },
    }),
  );

async function looksOf({ audit, clock }: LookDeps, { person }: Asking): Promise<number> {
  const since = clock.now() - HOUR_MS;
  const counts = await Promise.all(LOOKS.map((act) => audit.countOf({ person, act, since })));
  return counts.reduce((sum, count) => sum + count, 0);
}
