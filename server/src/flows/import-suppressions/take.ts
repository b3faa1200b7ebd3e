import type { Asking } from '../../domain/access/asking';
import type { SuppressionImport } from '../../domain/subscribers/suppression-import';
import { tell, type ImportDeps } from './deps';

/** Addresses in one transaction: as many as a sync writes at once. */
const GROUP = 500;

/**
 * Suppresses what was allowed, group by group, each gone from the import in the transaction that suppresses
 * it: whatever is killed in between, what is left is taken the next time.
 */
export async function takeAllowed(deps: ImportDeps): Promise<void> {
  for (const one of await deps.imports.underWay()) {
    while (await takeGroup(deps, one));
  }
}

/** False: there was nothing left. */
async function takeGroup(deps: ImportDeps, one: SuppressionImport): Promise<boolean> {
  const by: Asking = { person: one.decidedBy ?? '', door: 'admin', ip: null };
  return deps.transactions.within(async () => {
    const group = await deps.imports.next(one.id, GROUP);
    if (group.length === 0) {
      await finish(deps, one, by);
      return false;
    }
    await deps.suppressMany(group, { by, because: one.because, note: one.reason });
    await deps.imports.drop(
      one.id,
      group.map(({ addressHash }) => addressHash),
    );
    return true;
  });
}

async function finish(deps: ImportDeps, one: SuppressionImport, by: Asking): Promise<void> {
  const { decidedBy, decidedAt, until } = one;
  const to = { from: ['allowed'], state: 'done', decidedBy, decidedAt, until } as const;
  if (await deps.imports.move(one.id, to)) await tell(deps, by, { act: 'import.done', of: one });
}
