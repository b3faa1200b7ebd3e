import type { Asking } from '../domain/access/asking';
import type { Complaint } from '../domain/campaigns/setting';
import { ok, refuse, type Result } from '../domain/result';
import {
  couldBeSource,
  fieldsOf,
  freeId,
  type MadeSource,
  type SourceField,
  type SourceWish,
} from '../domain/subscribers/made-source';
import type { Meaning } from '../domain/subscribers/made-attributes';
import type { SourceMapping } from '../domain/subscribers/source-mapping';
import type { Misfit } from '../domain/segments/in-force';
import type { Attribute } from '../domain/segments/rule';
import { attributesNow, settle } from './keep-sources/attributes';
import { check } from './keep-sources/check';
import { type KeepSourcesDeps, tell } from './keep-sources/deps';
import { tryOut, type Trial } from './keep-sources/try-out';

export type { Trial };

export type SourceRefusal =
  | Misfit
  | 'no-such-source'
  | 'no-such-list'
  | 'source-in-configuration'
  | 'source-leaving'
  | 'source-taken'
  | 'changed-meanwhile'
  | 'list-taken'
  | 'run-moved-on';

export type Kept<T> =
  | Result<T, SourceRefusal>
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export interface TypeView {
  readonly uid: string;
  readonly name: string;
  /** A free name for a source over it. */
  readonly sourceId: string;
  readonly fields: readonly SourceField[];
}

/** Makes, changes and removes sources for those who click. A source decides who gets mail, so each act is told. */
export const createKeepSources = (deps: KeepSourcesDeps) => ({
  /** What segments may ask of readers, by all sources there are at this moment. */
  attributes: (): Promise<readonly Attribute[]> => attributesNow(deps),

  /** Gives each attribute its place. Whoever does so at once waits for the other. */
  settleAttributes: (): Promise<void> =>
    deps.transactions.within(async () => {
      await deps.lists.takeTurn();
      await settle(deps);
    }),

  /** What a source could be made of. */
  types: async (): Promise<TypeView[]> => {
    const taken = await takenIds(deps);
    return deps.host
      .types()
      .filter(({ uid, fields }) => couldBeSource(uid, fields))
      .map(({ uid, name, fields }) => {
        const sourceId = freeId(`${uid.slice(uid.lastIndexOf('.') + 1)}s`, taken, 'people');
        return { uid, name, sourceId, fields: fieldsOf(fields) };
      });
  },

  /** Counts what it would do; nothing is saved. */
  tryOut: async (wish: SourceWish): Promise<Kept<Trial>> => {
    const list = 'id' in wish.list ? wish.list.id : '';
    const checked = await check(deps, { ...wish, list });
    return checked.ok ? ok(await tryOut(deps, checked.value)) : checked;
  },

  create: (wish: SourceWish, by: Asking): Promise<Kept<SourceMapping>> =>
    deps.transactions.within(() => create(deps, wish, by)),

  find: async (id: string): Promise<(MadeSource & { readonly onList: number }) | null> => {
    const made = await deps.made.find(id);
    if (!made || made.state === 'removed' || deps.fixedIds.has(id)) return null;
    return { ...made, onList: await onListOf(deps, id) };
  },

  /** Refused if it was changed after `changedAt`: whoever asks has not seen what it is now. */
  change: (
    { id, changedAt }: { readonly id: string; readonly changedAt: number },
    wish: Meaning,
    by: Asking,
  ): Promise<Kept<SourceMapping>> =>
    deps.transactions.within(() => change(deps, { id, changedAt, wish }, by)),

  /** Answers how many of its people are on the list now; no more than `leaving` must be. */
  remove: (id: string, leaving: number, by: Asking): Promise<Kept<number>> =>
    deps.transactions.within(() => remove(deps, { id, leaving }, by)),

  /** Those whose people have all left are gone. */
  forgetRemoved: async (): Promise<void> => {
    for (const made of await deps.made.all()) {
      if (made.state !== 'removing') continue;
      const run = await deps.runs.last(made.mapping.id);
      const isThrough = run?.state === 'done' && run.startedAt >= made.changedAt;
      if (isThrough) await deps.made.save({ ...made, state: 'removed' });
    }
  },
});

async function create(
  deps: KeepSourcesDeps,
  wish: SourceWish,
  by: Asking,
): Promise<Kept<SourceMapping>> {
  await deps.lists.takeTurn();
  if ((await takenIds(deps)).has(wish.id)) return refuse('source-taken');
  const list = await listOf(deps, wish.list);
  if (!list.ok) return list;
  const checked = await check(deps, { ...wish, list: list.value.id });
  if (!checked.ok) return checked;
  const now = deps.clock.now();
  const mapping = checked.value;
  await deps.lists.ensure(list.value, now);
  await deps.kin.note({ sourceId: mapping.id, people: mapping.contentType }, now);
  const times = { madeAt: now, changedAt: now };
  await deps.made.insert({ mapping, state: 'live', madeBy: by.person, ...times });
  await settle(deps);
  await deps.repointed([mapping], by);
  await tell(deps, by, { act: 'source.create', mapping });
  return ok(mapping);
}

async function listOf(
  { lists }: KeepSourcesDeps,
  wished: SourceWish['list'],
): Promise<Result<{ readonly id: string; readonly name: string }, 'no-such-list' | 'list-taken'>> {
  if ('id' in wished) {
    const found = await lists.find(wished.id);
    return found ? ok(found) : refuse('no-such-list');
  }
  const all = await lists.all();
  if (all.some(({ name }) => name === wished.name)) return refuse('list-taken');
  const id = freeId(wished.name, new Set(all.map((list) => list.id)), 'list');
  return ok({ id, name: wished.name });
}

async function change(
  deps: KeepSourcesDeps,
  asked: { readonly id: string; readonly changedAt: number; readonly wish: Meaning },
  by: Asking,
): Promise<Kept<SourceMapping>> {
  await deps.lists.takeTurn();
  const made = await liveOf(deps, asked.id);
  if (!made.ok) return made;
  if (made.value.changedAt !== asked.changedAt) return refuse('changed-meanwhile');
  const { id, contentType, list } = made.value.mapping;
  const checked = await check(deps, { ...asked.wish, id, contentType, list });
  if (!checked.ok) return checked;
  const changedAt = Math.max(deps.clock.now(), asked.changedAt + 1);
  await deps.made.save({ ...made.value, mapping: checked.value, changedAt });
  await deps.runs.outdate(id);
  await settle(deps);
  await deps.repointed([made.value.mapping, checked.value], by);
  await tell(deps, by, { act: 'source.change', mapping: checked.value });
  return checked;
}

async function remove(
  deps: KeepSourcesDeps,
  asked: { readonly id: string; readonly leaving: number },
  by: Asking,
): Promise<Kept<number>> {
  await deps.lists.takeTurn();
  const made = await liveOf(deps, asked.id);
  if (!made.ok) return made;
  const { mapping } = made.value;
  const onList = await onListOf(deps, asked.id);
  if (onList > asked.leaving) return refuse('run-moved-on');
  await deps.made.save({ ...made.value, state: 'removing', changedAt: deps.clock.now() });
  await deps.runs.outdate(mapping.id);
  await deps.repointed([mapping], by);
  await tell(deps, by, { act: 'source.remove', mapping, detail: { leaving: onList } });
  return ok(onList);
}

async function liveOf(
  { made, fixedIds }: KeepSourcesDeps,
  id: string,
): Promise<Result<MadeSource, SourceRefusal>> {
  if (fixedIds.has(id)) return refuse('source-in-configuration');
  const found = await made.find(id);
  if (!found || found.state === 'removed') return refuse('no-such-source');
  return found.state === 'live' ? ok(found) : refuse('source-leaving');
}

const takenIds = async ({ made, fixedIds }: KeepSourcesDeps): Promise<ReadonlySet<string>> =>
  new Set([...fixedIds, ...(await made.all()).map(({ mapping }) => mapping.id)]);

/** Whom the source has on its list; counted as a sync counts them before it lets them go. */
const onListOf = async ({ claims }: KeepSourcesDeps, sourceId: string): Promise<number> =>
  (await claims.countLeaving({ sourceId, runId: '' })).of;
