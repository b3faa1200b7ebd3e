import type { Asking } from '../domain/access/asking';
import type { Act } from '../domain/audit/entry';
import { refuse, type Result } from '../domain/result';
import {
  EXAMPLES,
  isOpen,
  obstacleToAllowing,
  obstacleToRefusing,
  obstacleToWithdrawing,
  stateAt,
  type ImportObstacle,
  type SuppressionImport,
} from '../domain/subscribers/suppression-import';
import { allow, turnDown, withdraw } from './import-suppressions/answer';
import { tell, type ImportDeps } from './import-suppressions/deps';
import { add, begin, submit, type ImportWish } from './import-suppressions/fill';
import { takeAllowed } from './import-suppressions/take';

export type ImportRefusal =
  | ImportObstacle
  | 'no-such-import'
  | 'import-too-big'
  | 'too-many-imports'
  | 'account-not-quiet';

type Done = Result<SuppressionImport, ImportRefusal>;

/**
 * An old tool's suppressions, which count once a second person has allowed it. Each act is one transaction
 * with its row in the audit trail; a refusal is told as well.
 */
export function createImportSuppressions(deps: ImportDeps) {
  const viewed = async (one: SuppressionImport, by: Asking) => ({
    ...viewOf(one, by, deps.clock.now()),
    examples: isOpen(one) ? [...new Set(await deps.imports.examples(one.id, EXAMPLES))] : [],
  });
  const shown = async (done: Done, by: Asking) =>
    done.ok ? { ...done, value: await viewed(done.value, by) } : done;
  const acting = async (
    act: Act,
    id: string,
    by: Asking,
    work: (one: SuppressionImport) => Promise<Done>,
  ) => {
    const found = await deps.imports.find(id);
    if (!found) return refuse('no-such-import' as const);
    const done = await deps.transactions.within(async () => {
      const now = await deps.imports.find(id);
      return now ? work(now) : refuse('no-such-import' as const);
    });
    if (!done.ok) await tell(deps, by, { act, of: found, result: done.reason });
    return shown(done, by);
  };

  return {
    list: async (query: { readonly before?: string; readonly limit: number }, by: Asking) =>
      Promise.all((await deps.imports.list(query)).map((one) => viewed(one, by))),
    begin: async (wish: ImportWish, by: Asking) =>
      shown(await deps.transactions.within(() => begin(deps, wish, by)), by),
    add: (id: string, lines: string, by: Asking) =>
      acting('import.begin', id, by, (one) => add(deps, one, lines, by)),
    submit: (id: string, by: Asking) =>
      acting('import.ask', id, by, (one) => submit(deps, one, by)),
    allow: (id: string, by: Asking) =>
      acting('import.allow', id, by, (one) => allow(deps, one, by)),
    refuse: (id: string, by: Asking) =>
      acting('import.refuse', id, by, (one) => turnDown(deps, one, by)),
    withdraw: (id: string, by: Asking) =>
      acting('import.withdraw', id, by, (one) => withdraw(deps, one, by)),
    /** What was allowed, to its end; safe to begin again at any time. */
    takeAllowed: () => takeAllowed(deps),
    /** Nothing of what nobody answered in time is kept. */
    dropExpired: () => deps.imports.dropExpired(deps.clock.now()),
  };
}

/** With what keeps this person from each answer, as far as the import itself says. */
const viewOf = (one: SuppressionImport, by: Asking, now: number) => ({
  ...one,
  state: stateAt(one, now),
  obstacles: {
    allow: obstacleToAllowing(one, by, now),
    refuse: obstacleToRefusing(one, by, now),
    withdraw: obstacleToWithdrawing(one, by, now),
  },
});
