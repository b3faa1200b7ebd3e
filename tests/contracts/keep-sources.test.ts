import { createMadeSource } from '../../server/src/adapters/sources/made';
import { createSourceSet } from '../../server/src/adapters/sources/source-set';
import { createMadeSourceStore } from '../../server/src/adapters/store/sources';
import type { SourceMapping } from '../../server/src/domain/subscribers/source-mapping';
import type { SourceWish } from '../../server/src/domain/subscribers/made-source';
import { createKeepSources } from '../../server/src/flows/keep-sources';
import { createSyncSubscribers } from '../../server/src/flows/sync-subscribers';
import type { Source } from '../../server/src/ports';
import { asking } from '../support/asking';
import { createVillage, openTown, type Town, type Village } from '../support/people';
import { aPerson } from '../support/person';

const UID = 'api::guest.guest';
const HOST = {
  mail: { type: 'string' },
  agreed: { type: 'boolean' },
  town: { type: 'string' },
  token: { type: 'string', private: true },
};
const WISH: SourceWish = {
  ...{ id: 'guests', contentType: UID, list: { id: 'guests' } },
  fields: { email: 'mail', consent: 'agreed' },
};
const FIXED = [{ name: 'orders', kind: 'number' as const }];
const BY = asking('ann');

describe('sources made in the admin', () => {
  let town: Town;
  let guests: Village;
  /** Mappings that are watched now. */
  const watched = new Set<string>();
  beforeAll(async () => {
    town = await openTown(createVillage());
    await town.lists.ensure({ id: 'guests', name: 'Guests' }, 1);
  });
  afterAll(() => town.close());
  beforeEach(() => {
    guests = createVillage('guests', 'guests');
  });
  afterEach(() => town.empty());

  // Of two runs of one moment nobody knows which came last.
  const clock = {
    now: () => {
      town.pass(1);
      return town.at();
    },
  };
  const host = {
    open: (mapping: SourceMapping): Source => ({
      ...guests,
      ...{ id: mapping.id, listId: mapping.list },
    }),
    types: () => [{ uid: UID, name: 'Guest', fields: HOST }],
  };
  /** One process: what it knows of sources, and what it does with them. */
  const aProcess = () => {
    const made = createMadeSourceStore(town.db);
    const fixed = [{ source: town.village, contentType: 'users' }];
    const watch = ({ id }: SourceMapping) => {
      watched.add(id);
      return () => void watched.delete(id);
    };
    const set = createSourceSet({ ...{ fixed, store: made, host, watch } });
    const sync = createSyncSubscribers({ ...town, clock, sources: set.all });
    const keep = createKeepSources({
      ...town,
      clock,
      made,
      host,
      fixedIds: new Set(['users']),
      ...{ fixedAttributes: FIXED, fixedMappings: [] },
    });
    return { made, set, sync, keep };
  };
  const fill = (count: number) => {
    for (let n = 0; n < count; n += 1) {
      guests.move(aPerson({ externalId: `g${n}`, address: `g${n}@example.com` }));
    }
  };

  it('are seen by another process, watched while they live, and not once they are removed', async () => {
    const [here, there] = [aProcess(), aProcess()];
    const stop = there.set.watch(() => undefined);
    expect(await here.keep.create(WISH, BY)).toMatchObject({ ok: true, value: { list: 'guests' } });
    await there.set.load();
    expect(there.set.all().map(({ id }) => id)).toEqual(['users', 'guests']);
    expect([...watched]).toEqual(['guests']);

    expect(await here.keep.remove('guests', 0, BY)).toEqual({ ok: true, value: 0 });
    await there.set.load();
    expect([...watched]).toEqual([]);
    expect(there.set.ofLists()).toMatchObject([{ id: 'users' }, { isLeaving: true }]);
    stop();
  });

  it('let their people go past the brake once somebody removed them, also where that was not yet seen', async () => {
    const [here, late] = [aProcess(), aProcess()];
    fill(30);
    await here.keep.create(WISH, BY);
    await here.set.load();
    await late.set.load();
    await here.sync.reconcile('guests');
    expect(await town.size('guests')).toBe(30);

    expect(await here.keep.remove('guests', 29, BY)).toEqual({ ok: false, reason: 'run-moved-on' });
    expect(await here.keep.remove('guests', 30, BY)).toEqual({ ok: true, value: 30 });
    await here.set.load();
    await here.sync.restart('guests', 30);
    // A process that knows nothing of it yet goes through the very same run.
    await late.sync.reconcile('guests');
    expect(await town.size('guests')).toBe(0);
    await here.keep.forgetRemoved();
    expect(await here.made.find('guests')).toMatchObject({ state: 'removed' });
    await here.set.load();
    expect(here.set.all().map(({ id }) => id)).toEqual(['users']);
  });

  it('are let go of by whatever run comes, if the one that should have done it never began', async () => {
    const here = aProcess();
    fill(30);
    await here.keep.create(WISH, BY);
    await here.set.load();
    await here.sync.reconcile('guests');
    await here.keep.remove('guests', 30, BY);
    await here.set.load();
    expect((await here.sync.reconcile('guests')).state).toBe('done');
    expect(await town.size('guests')).toBe(0);
  });

  it('leave consents and suppressions as they are when they are removed', async () => {
    const here = aProcess();
    fill(2);
    await here.keep.create(WISH, BY);
    await here.set.load();
    await here.sync.reconcile('guests');
    await town.manage.suppress('g0@example.com', BY, null);
    await here.keep.remove('guests', 30, BY);
    await here.set.load();
    await here.sync.reconcile('guests');
    expect(await town.rows('suppressions')).toHaveLength(1);
    expect((await town.rows('consents')).length).toBeGreaterThan(1);
  });

  it('are not changed by who has not seen what somebody else made of them', async () => {
    const { keep } = aProcess();
    await keep.create(WISH, BY);
    const { changedAt } = (await keep.find('guests')) ?? { changedAt: 0 };
    const seen = { id: 'guests', changedAt };
    const filter = { all: [{ field: 'town', is: 'known' as const }] };
    expect(await keep.change(seen, { ...WISH, filter }, BY)).toMatchObject({ ok: true });
    expect(await keep.change(seen, WISH, BY)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await keep.find('guests'))?.mapping.filter).toEqual(filter);
  });

  it('put out of date what a run has read ahead by what they meant before', async () => {
    const here = aProcess();
    await here.keep.create(WISH, BY);
    await here.set.load();
    const { id } = await here.sync.begin('guests');
    const { changedAt = 0 } = (await here.made.find('guests')) ?? {};
    await here.keep.change({ id: 'guests', changedAt }, WISH, BY);
    await here.keep.remove('guests', 0, BY);
    expect((await town.runs.find(id))?.epoch).toBe(2);
  });

  it('stop and ask when a change would take off many', async () => {
    const here = aProcess();
    fill(30);
    await here.keep.create(WISH, BY);
    await here.set.load();
    await here.sync.reconcile('guests');
    const filter = { all: [{ field: 'town', is: 'known' as const }] };
    const { changedAt } = (await here.keep.find('guests')) ?? { changedAt: 0 };
    const seen = { id: 'guests', changedAt };
    expect(await here.keep.change(seen, { ...WISH, filter }, BY)).toMatchObject({ ok: true });
    guests.people.clear();
    await here.set.load();
    await here.sync.restart('guests');
    expect((await here.sync.reconcile('guests')).state).toBe('braked');
    expect(await town.size('guests')).toBe(30);
  });

  it('are tried on 10,000 people at most, of whom the first ten are shown masked', async () => {
    const { keep, made } = aProcess();
    fill(10_100);
    guests.move(aPerson({ externalId: 'a0', address: 'g7@example.com' }));
    guests.move(aPerson({ externalId: 'a1', address: null }));
    await town.manage.suppress('g1@example.com', BY, null);
    const tried = await keep.tryOut(WISH);
    if (!tried.ok) throw new Error('it should have been tried');
    const { examples, ...counts } = tried.value;
    expect(counts).toEqual({
      ...{ looked: 10_000, isCutShort: true, wouldAdd: 9_997, alreadyOn: 0 },
      leftOut: { 'no-address': 1, suppressed: 1, 'same-person': 1 },
      attributes: [],
    });
    expect(examples).toHaveLength(10);
    expect(examples[0]).toEqual({ label: 'g•••@e•••.com', because: null });
    expect(await made.all()).toEqual([]);
    expect(await town.rows('subscribers')).toEqual([]);
  });

  it('take no name twice, not even of one that was removed', async () => {
    const { keep } = aProcess();
    await keep.create(WISH, BY);
    await keep.remove('guests', 0, BY);
    const other = { ...WISH, list: { id: 'newsletter' } };
    expect(await keep.create(other, BY)).toEqual({ ok: false, reason: 'source-taken' });
    const users = { ...other, id: 'users' };
    expect(await keep.create(users, BY)).toEqual({ ok: false, reason: 'source-taken' });
    expect(await keep.types()).toMatchObject([{ uid: UID, sourceId: 'guests-2' }]);
  });

  it('do not choose from what is private', async () => {
    const { keep } = aProcess();
    const [type] = await keep.types();
    expect(type?.fields.map(({ name }) => name)).toEqual(['mail', 'agreed', 'town']);
    const wish = { ...WISH, fields: { ...WISH.fields, name: 'token' } };
    expect(await keep.create(wish, BY)).toMatchObject({
      ok: false,
      complaints: [{ place: 'token' }],
    });
  });

  it('tell the trail which fields they use, and never what a filter compares with', async () => {
    const { keep } = aProcess();
    const filter = { all: [{ field: 'town', is: 'equal' as const, value: 'Kyoto' }] };
    await keep.create({ ...WISH, filter }, BY);
    const [row] = await town.rows('audit');
    expect(row).toMatchObject({ act: 'source.create', subject_kind: 'source' });
    expect(String(row?.detail)).toContain('mail, agreed, town');
    expect(JSON.stringify(row)).not.toContain('Kyoto');
  });

  it('name nobody once their row says they are removed', async () => {
    const { made, keep } = aProcess();
    fill(3);
    await keep.create(WISH, BY);
    const [one] = await made.all();
    if (!one) throw new Error('it should have been made');
    const source = createMadeSource(one, host, made);
    expect((await source.read(null, 10)).people).toHaveLength(3);
    await keep.remove('guests', 30, BY);
    expect((await source.read(null, 10)).people).toEqual([]);
    expect(await source.readSome(['g0'])).toEqual([]);
    expect(await source.count()).toBe(0);
  });
});
