import { slotsOf } from '../../server/src/adapters/store/traits/slots';
import type { Attribute } from '../../server/src/domain/segments/rule';
import { createVillage, openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const PLAN: Attribute = { name: 'plan', kind: 'text' };
const VISITS: Attribute = { name: 'visits', kind: 'number' };

describe('what sources say of readers', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(createVillage('users'), createVillage('members', 'members'));
  });
  afterAll(() => town.close());
  beforeEach(() => town.traits.settle([PLAN, VISITS]));
  afterEach(() => town.empty());

  type Change = Parameters<typeof aPerson>[0];
  const move = (change: Change, at = 0) =>
    town.sources()[at]?.people.set(change?.externalId ?? 'ann', aPerson(change));
  /** By attribute, of each reader there is. */
  const known = async (): Promise<object[]> => {
    const slots = await town.db.read((k) => slotsOf(town.db, k));
    return (await town.rows('traits')).map((row) =>
      Object.fromEntries(
        slots.flatMap(({ name, column }) =>
          row[column] === null ? [] : [[name, text(row[column])]],
        ),
      ),
    );
  };
  const text = (value: unknown) => (Buffer.isBuffer(value) ? value.toString() : value);

  it('is kept with them, small, and follows the source', async () => {
    move({ attributes: { plan: 'Gold', visits: 3 } });
    await town.reconcile();
    expect(await known()).toEqual([{ plan: 'gold', visits: 3 }]);
    move({ attributes: { visits: 4 } });
    await town.reconcile();
    expect(await known()).toEqual([{ visits: 4 }]);
    move({});
    await town.reconcile();
    expect(await known()).toEqual([{}]);
  });

  it('is not kept of who is on no list', async () => {
    move({ attributes: { plan: 'gold' }, consent: false });
    await town.reconcile();
    expect(await known()).toEqual([]);
    expect(JSON.stringify(await town.rows('claims'))).not.toContain('gold');
  });

  it('comes together of several sources, and goes with the one that said it', async () => {
    move({ attributes: { plan: 'gold' } });
    move({ attributes: { plan: 'free', visits: 7 } }, 1);
    await town.reconcile();
    expect(await known()).toEqual([{ plan: 'free', visits: 7 }]);
    town.sources()[1]?.people.clear();
    await town.note('ann', 'members');
    await town.sync.drain();
    expect(await known()).toEqual([{ plan: 'gold' }]);
  });

  it('is there again when a reader comes back', async () => {
    move({ attributes: { plan: 'gold' } });
    await town.reconcile();
    move({ attributes: { plan: 'gold' }, consent: false });
    await town.reconcile();
    expect(await known()).toEqual([]);
    move({ attributes: { plan: 'gold' } });
    await town.reconcile();
    expect(await known()).toEqual([{ plan: 'gold' }]);
  });

  it('is gone with who is forgotten, and with who is erased', async () => {
    for (const externalId of ['ann', 'bob']) move({ externalId, attributes: { plan: 'gold' } });
    await town.reconcile();
    const bob = await town.subscriberOf('bob');
    town.village.people.delete('ann');
    await town.note('ann');
    await town.sync.drain();
    const by = { person: 'admin', door: 'admin', ip: null } as const;
    await town.manage.erase(bob, by, 'They asked');
    await town.reconcile();
    expect(await known()).toEqual([]);
    expect(JSON.stringify(await town.rows('claims'))).not.toContain('gold');
  });

  it('leaves row hashes alone where there is nothing to say', async () => {
    move({});
    await town.reconcile();
    const [before] = await town.claims.of('users', ['ann']);
    move({ attributes: {} });
    await town.reconcile();
    const [after] = await town.claims.of('users', ['ann']);
    expect(after?.rowHash).toBe(before?.rowHash);
  });

  it('has a place for good; one that nobody maps any more is emptied before it is given away', async () => {
    const places = async () =>
      Object.fromEntries(
        (await town.db.read((k) => slotsOf(town.db, k))).map(({ name, column }) => [name, column]),
      );
    await town.traits.settle([{ name: 'vip', kind: 'flag' }]);
    const { plan } = await places();
    expect(plan).toBeDefined();
    move({ attributes: { plan: 'gold' } });
    await town.reconcile();

    const names = Array.from({ length: 10 }, (_, at) => `text_no_${at}`);
    await town.traits.settle(names.map((name) => ({ name, kind: 'text' })));
    const now = await places();
    expect(now.plan).toBeUndefined();
    expect(names.map((name) => now[name])).toContain(plan);
    expect(await known()).toEqual([{}]);
  });
});
