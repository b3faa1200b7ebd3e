import type { Asking } from '../../domain/access/asking';
import { hideAddresses } from '../../domain/delivery/scrub';
import { newId } from '../../domain/ids';
import { ok, refuse } from '../../domain/result';
import { ASKS_A_DAY, WAITS_MS, type ListExport } from '../../domain/subscribers/list-export';
import { countReaders, tell, type ExportDeps } from './deps';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Wish {
  readonly listId: string;
  readonly reason: string;
}

export async function ask(deps: ExportDeps, wish: Wish, by: Asking) {
  if (by.door !== 'admin') return refuse('not-in-person');
  if (!(await deps.lists.find(wish.listId))) return refuse('no-such-list');
  if ((await asksOf(deps, by)) >= ASKS_A_DAY) return refuse('too-many-exports');
  const asked = asExport(deps, wish, { by, readers: await countReaders(deps, wish.listId) });
  await deps.exports.insert(asked);
  await tell(deps, by, { act: 'export.ask', of: asked });
  return ok(asked);
}

const asksOf = ({ audit, clock }: ExportDeps, { person }: Asking): Promise<number> =>
  audit.countOf({ person, act: 'export.ask', since: clock.now() - DAY_MS });

function asExport(
  { clock, chance }: ExportDeps,
  { listId, reason }: Wish,
  { by, readers }: { readonly by: Asking; readonly readers: number },
): ListExport {
  const askedAt = clock.now();
  return {
    id: newId(askedAt, chance.bytes(10)),
    ...{ listId, askedBy: by.person, askedAt, readers },
    // What is written here must not be an address of those it is about.
    reason: hideAddresses(reason).slice(0, 500),
    ...{ state: 'asked', decidedBy: null, decidedAt: null, until: askedAt + WAITS_MS },
    downloads: 0,
  };
}
