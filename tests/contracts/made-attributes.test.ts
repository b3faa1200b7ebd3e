import { createMadeSourceStore } from '../../server/src/adapters/store/sources';
import { createRuleCounter } from '../../server/src/adapters/store/segments/count-rule';
import { createSourceSet } from '../../server/src/adapters/sources/source-set';
import type { Attribute, Rule } from '../../server/src/domain/segments/rule';
import type { SourceMapping } from '../../server/src/domain/subscribers/source-mapping';
import type { SourceWish } from '../../server/src/domain/subscribers/made-source';
import { createKeepSources } from '../../server/src/flows/keep-sources';
import { createSyncSubscribers } from '../../server/src/flows/sync-subscribers';
import type { Row } from '../../server/src/adapters/store/rows';
import { TABLES } from '../../server/src/names';
import type { Source } from '../../server/src/ports';
import { asking } from '../support/asking';
import { createVillage, openTown, type Town, type Village } from '../support/people';
import { aPerson } from '../support/person';

const UID = 'api::guest.guest';
const HOST = {
  mail: { type: 'email' },
  called: { type: 'string' },
  agreed: { type: 'boolean' },
  town: { type: 'string' },
  tier: { type: 'enumeration', enum: ['gold', 'tin'] },
  visits: { type: 'integer' },
  born: { type: 'date' },
  token: { type: 'string', private: true },
};
const FIELDS = { email: 'mail', name: 'called', consent: 'agreed' };
const aWish = (id: string, attributes: SourceWish['attributes']): SourceWish => ({
  ...{ id, contentType: UID, list: { id: 'guests' }, fields: FIELDS, attributes },
});
const TIER = { name: 'tier', field: 'tier' };
const GOLD: Rule = { kind: 'text', attribute: 'tier', is: 'equal', value: 'gold' };
const FIXED: readonly Attribute[] = [{ name: 'orders', kind: 'number' }];
const BY = asking('ann');

describe('attributes of sources made in the admin', () => {
  let town: Town;
  let guests: Village;
  beforeAll(async () => {
    town = await openTown(createVillage());
    await town.lists.ensure({ id: 'guests', name: 'Guests' }, 1);
  });
  afterAll(() => town.close());
  beforeEach(() => {
    guests = createVillage('guests', 'guests');
  });
  afterEach(() => town.empty());

  const host = {
    open: ({ id, list }: SourceMapping): Source => ({ ...guests, id, listId: list }),
    types: () => [{ uid: UID, name: 'Guest', fields: HOST }],
  };
  const aProcess = (fixedAttributes = FIXED, fixedMappings: readonly SourceMapping[] = []) => {
    const made = createMadeSourceStore(town.db);
    const watch = () => () => undefined;
    const set = createSourceSet({ ...{ fixed: [], store: made, host, watch } });
    const sync = createSyncSubscribers({ ...town, sources: set.all });
    const fixedIds = new Set(['users']);
    const fixed = { fixedIds, fixedAttributes, fixedMappings };
    const keep = createKeepSources({ ...town, made, host, ...fixed });
    return { set, sync, keep };
  };
  const places = async () => {
    const rows = await town.db.read((k) => town.db.table(k, TABLES.traitSlots).select());
    return rows.map((row: Row) => `${row.kind} ${row.place}`).sort();
  };
  const namesNow = async ({ keep }: Pick<ReturnType<typeof aProcess>, 'keep'>) =>
    (await keep.attributes()).map(({ name, kind }) => `${name} ${kind}`);

  it('are known in every process at once, of the kind their field has', async () => {
    const [here, there] = [aProcess(), aProcess()];
    await here.keep.create(
      aWish('guests', [TIER, { name: 'born', field: 'born' }, { name: 'vip', field: 'agreed' }]),
      BY,
    );
    expect(await namesNow(there)).toEqual(['orders number', 'tier text', 'born date', 'vip flag']);
  });

  it('are counted by segments as soon as their people have been gone through', async () => {
    const { keep, set, sync } = aProcess();
    for (const [id, tier] of [['a', 'gold'] as const, ['b', 'tin'] as const]) {
      const address = `${id}@example.com`;
      guests.move(aPerson({ externalId: id, address, attributes: { tier } }));
    }
    await keep.create(aWish('guests', [TIER]), BY);
    await set.load();
    await sync.reconcile('guests');
    const counter = createRuleCounter(town.db);
    expect(await counter.count(GOLD)).toEqual({ readers: 1, of: 2 });
  });

  it('get a place each, also when two people make them at once', async () => {
    const [here, there] = [aProcess(), aProcess()];
    const made = await Promise.all([
      here.keep.create(aWish('guests', [TIER]), BY),
      there.keep.create(aWish('others', [{ name: 'town', field: 'town' }]), BY),
    ]);
    expect(made).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await places()).toEqual(['number 1', 'text 1', 'text 2']);
  });

  it('are refused in words when all places of their kind are taken, also among two at once', async () => {
    const [here, there] = [aProcess(), aProcess()];
    const nine = Array.from({ length: 9 }, (_, at) => ({ name: `t${at}`, field: 'town' }));
    await here.keep.create(aWish('guests', nine), BY);
    const made = await Promise.all([
      here.keep.create(aWish('tenth', [TIER]), BY),
      there.keep.create(aWish('eleventh', [{ name: 'town', field: 'town' }]), BY),
    ]);
    expect(made.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'attributes-full' }]);
    expect(await namesNow(here)).toHaveLength(11);
  });

  it('make room when they are taken out of their source', async () => {
    const { keep } = aProcess();
    const ten = Array.from({ length: 10 }, (_, at) => ({ name: `t${at}`, field: 'town' }));
    await keep.create(aWish('guests', ten), BY);
    const { changedAt } = (await keep.find('guests')) ?? { changedAt: 0 };
    const less = { fields: FIELDS, attributes: ten.slice(1) };
    expect(await keep.change({ id: 'guests', changedAt }, less, BY)).toMatchObject({ ok: true });
    expect(await keep.create(aWish('others', [TIER]), BY)).toMatchObject({ ok: true });
    expect(await namesNow({ keep })).not.toContain('t0 text');
  });

  it('go when their source is removed', async () => {
    const here = aProcess();
    await here.keep.create(aWish('guests', [TIER]), BY);
    await here.keep.remove('guests', 0, BY);
    expect(await namesNow(here)).toEqual(['orders number']);
  });

  it('are of one kind in all sources, those of the configuration among them', async () => {
    const { keep } = aProcess();
    const torn = { ok: false, reason: 'attribute-torn' };
    const orders = aWish('guests', [{ name: 'orders', field: 'town' }]);
    expect(await keep.create(orders, BY)).toEqual(torn);
    expect(await keep.tryOut(orders)).toEqual(torn);
    await keep.create(aWish('guests', [TIER]), BY);
    const other = aWish('others', [{ name: 'tier', field: 'visits' }]);
    expect(await keep.create(other, BY)).toEqual(torn);
    expect(await keep.create(aWish('others', [TIER]), BY)).toMatchObject({ ok: true });
  });

  it('may be of another kind from now on, if no other source has them', async () => {
    const here = aProcess();
    await here.keep.create(aWish('guests', [TIER]), BY);
    const { changedAt } = (await here.keep.find('guests')) ?? { changedAt: 0 };
    const wish = { fields: FIELDS, attributes: [{ name: 'tier', field: 'visits' }] };
    await here.keep.change({ id: 'guests', changedAt }, wish, BY);
    expect(await namesNow(here)).toEqual(['orders number', 'tier number']);
    expect(await places()).toEqual(['number 1', 'number 2']);
  });

  it('give way to what the configuration says under their name', async () => {
    const before = aProcess([]);
    await before.keep.create(aWish('guests', [{ name: 'orders', field: 'town' }]), BY);
    const after = aProcess();
    await after.keep.settleAttributes();
    expect(await namesNow(after)).toEqual(['orders number']);
    expect(await places()).toEqual(['number 1']);
  });

  it.each([
    ['the address', { name: 'mail', field: 'mail' }, 'mail'],
    ['the name', { name: 'called', field: 'called' }, 'called'],
    ['what is private', { name: 'token', field: 'token' }, 'token'],
    ['a field there is not', { name: 'shoe', field: 'shoe' }, 'shoe'],
    ['a name nobody could write', { name: 'Shoe size', field: 'town' }, 'attributes'],
    ['a name twice', { name: 'tier', field: 'town' }, 'attributes'],
  ])('are never %s', async (_, attribute, place) => {
    const { keep } = aProcess();
    const answer = await keep.create(aWish('guests', [TIER, attribute]), BY);
    expect(answer).toMatchObject({ ok: false });
    expect('complaints' in answer && answer.complaints.map((one) => one.place)).toContain(place);
  });

  const withoutName = (id: string): SourceWish => ({
    ...aWish(id, [{ name: 'who', field: 'called' }]),
    fields: { email: 'mail', consent: 'agreed' },
  });

  it('are never what another source of the same people calls their name, made here or not', async () => {
    const { keep } = aProcess();
    await keep.create(aWish('guests', [TIER]), BY);
    const refused = { ok: false, complaints: [{ place: 'called' }] };
    expect(await keep.create(withoutName('others'), BY)).toMatchObject(refused);
    expect(await keep.tryOut(withoutName('others'))).toMatchObject(refused);
    const mapping = { id: 'fixed', contentType: UID, list: 'guests', fields: FIELDS };
    const configured = aProcess(FIXED, [mapping]);
    await configured.keep.remove('guests', 0, BY);
    expect(await configured.keep.create(withoutName('others'), BY)).toMatchObject(refused);
  });

  it('keep a field from being called a name by a source made after them', async () => {
    const { keep } = aProcess();
    expect(await keep.create(withoutName('guests'), BY)).toMatchObject({ ok: true });
    const refused = { ok: false, complaints: [{ place: 'called' }] };
    expect(await keep.create(aWish('others', []), BY)).toMatchObject(refused);
    const change = { fields: FIELDS, attributes: [] };
    const { changedAt } = (await keep.find('guests')) ?? { changedAt: 0 };
    expect(await keep.change({ id: 'guests', changedAt }, change, BY)).toMatchObject({ ok: true });
    expect(await keep.create(aWish('others', []), BY)).toMatchObject({ ok: true });
  });

  it('may be what only sources of other people call a name', async () => {
    const mapping = { id: 'fixed', contentType: 'api::shop.shop', list: 'guests', fields: FIELDS };
    const { keep } = aProcess(FIXED, [mapping]);
    expect(await keep.create(withoutName('others'), BY)).toMatchObject({ ok: true });
  });

  it('are told in numbers before anything is saved, and never by a value', async () => {
    const { keep } = aProcess();
    for (let n = 0; n < 150; n += 1) {
      const attributes = { tier: n % 2 ? 'gold' : 'tin', ...(n < 120 ? { visits: n } : {}) };
      guests.move(aPerson({ externalId: `g${n}`, address: `g${n}@example.com`, attributes }));
    }
    const tried = await keep.tryOut(aWish('guests', [TIER, { name: 'visits', field: 'visits' }]));
    expect(tried).toMatchObject({
      value: {
        attributes: [
          { name: 'tier', kind: 'text', known: 150, different: 2 },
          { name: 'visits', kind: 'number', known: 120, different: null },
        ],
      },
    });
    expect(JSON.stringify(tried)).not.toContain('gold');
    expect(await places()).toEqual([]);
  });

  it('are named in the trail', async () => {
    const { keep } = aProcess();
    await keep.create(aWish('guests', [{ name: 'home', field: 'town' }]), BY);
    const [row] = await town.rows('audit');
    expect(String(row?.detail)).toContain('"attributes":"home"');
    expect(String(row?.detail)).toContain('mail, called, agreed, town');
  });
});
