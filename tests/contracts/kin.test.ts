import { TABLES } from '../../server/src/names';
import { asking } from '../support/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const STEWARD = asking('steward');
const OLD = 'ann@example.com';
const NEW = 'quetz@example.org';

describe('two sources over the same people', () => {
  const users = createVillage('users', 'newsletter', 'api::person.person');
  const staff = createVillage('staff', 'partners', 'api::person.person');
  const readers = createVillage('readers', 'newsletter', 'api::person.person');
  let town: Town;
  let id: string;
  keepTown([users, staff, readers], (opened) => {
    town = opened;
  });
  beforeEach(async () => {
    await town.sync.prepare();
    users.move(aPerson());
    await town.reconcile();
    id = await town.subscriberOf('ann');
  });

  const lists = async () => [await town.onList(), await town.onList('partners')];
  const movesAway = async (): Promise<void> => {
    users.move(aPerson({ address: NEW }));
    await town.reconcile();
  };
  /** Another source names the person, by the address they have now. */
  const isNamedBy = async (source: typeof staff, address = NEW): Promise<void> => {
    source.move(aPerson({ address }));
    await town.reconcile();
  };
  const leave = () => town.manage.unsubscribe([{ subscriberId: id, how: 'one-click' }]);

  it('are two sources over other people where nobody says otherwise', async () => {
    await leave();
    await movesAway();
    const strangers = createVillage('strangers', 'partners');
    strangers.move(aPerson({ address: NEW }));
    expect(
      await town.kin.leftElsewhere(
        { sourceId: 'strangers', people: 'strangers', listId: 'partners' },
        ['ann'],
      ),
    ).toEqual(new Map());
  });

  it.each([
    ['unsubscribed', leave],
    ['complained', () => town.manage.stop([id], { how: 'complaint' })],
    ['bounced', () => town.manage.stop([id], { how: 'hard-bounce' })],
    ['was suppressed by hand', () => town.manage.suppress(OLD, STEWARD, null)],
    ['was erased', () => town.manage.erase(id, STEWARD, 'They asked')],
  ])('keep off who %s before they changed their address', async (_how, stops) => {
    await stops();
    await movesAway();
    await isNamedBy(staff);
    expect(await lists()).toEqual([[], []]);
    expect(await town.leftOut('staff')).toEqual({ ann: 'suppressed' });
  });

  it('keep nothing of who was erased', async () => {
    await town.manage.erase(id, STEWARD, 'They asked');
    await movesAway();
    await isNamedBy(staff);
    const kept = JSON.stringify([await town.rows('subscribers'), await town.rows('claims')]);
    for (const trace of ['example', '•••@']) expect(kept).not.toContain(trace);
    for (const { sealed } of await town.rows('subscribers')) expect(sealed).toBeNull();
  });

  it('keep off who has gone from the source by which they left', async () => {
    await leave();
    users.people.clear();
    await town.reconcile();
    await isNamedBy(staff);
    expect(await lists()).toEqual([[], []]);
  });

  describe('one of which has another address of the person', () => {
    beforeEach(() => isNamedBy(staff));

    it('write to neither once the person left, within the next drain', async () => {
      expect(await lists()).toEqual([[OLD], [NEW]]);
      await leave();
      await town.sync.drain();
      expect(await lists()).toEqual([[], []]);
    });

    it('keep neither address once the person was erased', async () => {
      await town.manage.erase(id, STEWARD, 'They asked');
      await town.sync.drain();
      const subscribers = await town.rows('subscribers');
      expect(subscribers.map(({ sealed, status }) => [sealed, status])).toEqual([
        [null, 'erased'],
        [null, 'erased'],
      ]);
      expect(JSON.stringify(await town.rows('claims'))).not.toContain('•••@');
    });

    it('keep the address of somebody else who was not erased', async () => {
      staff.move(aPerson({ externalId: 'bob', address: NEW }));
      await town.reconcile();
      await town.manage.erase(id, STEWARD, 'They asked');
      await town.sync.drain();
      expect((await town.rows('subscribers')).map(({ status }) => status).sort()).toEqual([
        'active',
        'erased',
      ]);
    });

    it('leave the person on the other list when they left one', async () => {
      await town.manage.choose(id, []);
      await town.sync.drain();
      expect(await lists()).toEqual([[], [NEW]]);
    });
  });

  it('keep a person who left one list off it by whatever source, and on it once they come back', async () => {
    await town.manage.choose(id, []);
    await isNamedBy(readers);
    expect(await lists()).toEqual([[], []]);
    expect(await town.leftOut('readers')).toEqual({ ann: 'suppressed' });
    await town.manage.choose(id, ['newsletter']);
    await town.sync.drain();
    expect(await lists()).toEqual([[OLD, NEW], []]);
  });

  it('know that who left one list, and then all, is on none', async () => {
    await town.manage.choose(id, []);
    await leave();
    await isNamedBy(staff);
    expect(await lists()).toEqual([[], []]);
  });

  it('write again to who had it lifted by hand, under the address they have now', async () => {
    await leave();
    await movesAway();
    await isNamedBy(staff);
    const lifted = await town.manage.lift(town.keys.addressHash(NEW), STEWARD);
    expect(lifted).toEqual({ ok: true, value: null });
    await town.sync.drain();
    expect(await lists()).toEqual([[NEW], [NEW]]);
  });

  it('let nobody lift what was an erasure under another address', async () => {
    await isNamedBy(staff);
    await town.manage.erase(id, STEWARD, 'They asked');
    users.people.clear();
    await town.reconcile();
    expect(await town.manage.lift(town.keys.addressHash(NEW), STEWARD)).toEqual({
      ok: false,
      reason: 'stays-suppressed',
    });
  });

  it('find out about each other when that is new', async () => {
    await isNamedBy(staff);
    await town.db.within((k) => town.db.table(k, TABLES.sourcePeople).delete());
    await leave();
    expect(await lists()).toEqual([[], [NEW]]);
    await town.sync.prepare();
    await town.sync.drain();
    expect(await lists()).toEqual([[], []]);
  });
});
