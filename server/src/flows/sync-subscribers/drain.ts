import { EVERYBODY } from '../../domain/subscribers/claim';
import type { OutboxEntry, Source } from '../../ports';
import { apply } from './apply';
import type { SyncDeps } from './deps';
import { ahead } from './read-ahead';
import { beginRun } from './runs';
import { weigh } from './weigh';

/** Reads again everybody the outbox names. True: rows changed that it could not name. */
export async function drainOutbox(deps: SyncDeps, source: Source): Promise<boolean> {
  let everybody = false;
  while ((await deps.outbox.next(source.id, 1)).length > 0) {
    const asked = await ahead(source, async ({ readSome }) => {
      const named = namedIn(await deps.outbox.next(source.id, deps.pace.people));
      if (named.length > 0) await readSome(named);
    });
    const found = await deps.transactions.within(() => drainSome(deps, asked));
    everybody ||= found;
  }
  return everybody;
}

/** Reads a source of ours only under the turn, so that what is written is never older than what was. */
async function drainSome(deps: SyncDeps, source: Source): Promise<boolean> {
  await deps.lists.takeTurn();
  const entries = await deps.outbox.next(source.id, deps.pace.people);
  const everybody = entries.some(({ externalId }) => externalId === EVERYBODY);
  await applySome(deps, source, namedIn(entries));
  await deps.runs.outdate(source.id);
  if (everybody) await beginRun(deps, source);
  await deps.outbox.remove(entries.map(({ id }) => id));
  return everybody;
}

const namedIn = (entries: readonly OutboxEntry[]): string[] => {
  const named = new Set(entries.map(({ externalId }) => externalId));
  named.delete(EVERYBODY);
  return [...named];
};

async function applySome(deps: SyncDeps, source: Source, named: string[]): Promise<void> {
  if (named.length === 0) return;
  const people = await source.readSome(named);
  const found = new Set(people.map(({ externalId }) => externalId));
  const weighed = people.map((person) => weigh(person, deps.keys));
  await apply(deps, source, { people: weighed, gone: named.filter((id) => !found.has(id)) });
}
