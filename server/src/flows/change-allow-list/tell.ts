import { ALLOW_LIST_SETTING } from '../../domain/access/saved-list';
import { keyOf, type Line } from '../../domain/access/allow-list';
import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import type { ChangeAllowListDeps } from './deps';

interface Change {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** How many lines there are now, and how many came and went; which ones, the list itself says. */
export const tell = (
  { audit, clock }: ChangeAllowListDeps,
  by: Asking,
  { act, result = 'done', change }: { act: Act; result?: string; change?: Change },
): Promise<void> =>
  audit.record(
    told(by, {
      ...{ act, result, at: clock.now() },
      subject: { kind: 'setting', id: ALLOW_LIST_SETTING },
      ...(change ? { detail: counted(change) } : {}),
    }),
  );

const counted = ({ before, after }: Change) => ({
  lines: after.length,
  added: countWithout(after, before),
  removed: countWithout(before, after),
});

function countWithout(lines: readonly Line[], others: readonly Line[]): number {
  const known = new Set(others.map(keyOf));
  return lines.filter((line) => !known.has(keyOf(line))).length;
}
