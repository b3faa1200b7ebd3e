import { createLeaseStore } from '../../server/src/adapters/store/leases';
import type { LeaseStore } from '../../server/src/ports';
import { openDatabase, type TestDatabase } from '../support/database';
import { createStoppedClock, type StoppedClock } from '../support/ledger';

describe('leases', () => {
  let opened: TestDatabase;
  let clock: StoppedClock;
  let leases: LeaseStore;
  beforeAll(async () => {
    opened = await openDatabase();
    clock = createStoppedClock();
    leases = createLeaseStore(opened.db, clock);
  });
  afterAll(() => opened.close());

  it('are held by one at a time', async () => {
    const lease = await leases.take('one', 'ann', 1000);
    expect(lease).toEqual({ name: 'one', owner: 'ann', fence: 1 });
    expect(await leases.take('one', 'bob', 1000)).toBeNull();
  });

  it('go to one of many who ask at once', async () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((owner) => leases.take('rush', owner, 1000));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  it('can be taken with a higher fence once they have ended', async () => {
    await leases.take('ended', 'ann', 1000);
    clock.pass(1000);
    expect(await leases.take('ended', 'bob', 1000)).toMatchObject({ owner: 'bob', fence: 2 });
  });

  it('can be taken at once when they were given back', async () => {
    const lease = await leases.take('back', 'ann', 1000);
    if (lease) await leases.release(lease);
    expect(await leases.take('back', 'bob', 1000)).toMatchObject({ fence: 2 });
  });

  it('last longer when they are renewed', async () => {
    const lease = await leases.take('longer', 'ann', 1000);
    clock.pass(900);
    expect(lease && (await leases.renew(lease, 1000))).toBe(true);
    clock.pass(900);
    expect(await leases.take('longer', 'bob', 1000)).toBeNull();
  });

  it('are not renewed by who has lost them', async () => {
    const lost = await leases.take('lost', 'ann', 1000);
    clock.pass(1000);
    await leases.take('lost', 'bob', 1000);
    expect(lost && (await leases.renew(lost, 1000))).toBe(false);
    if (lost) await leases.release(lost);
    expect(await leases.take('lost', 'cid', 1000)).toBeNull();
  });

  it('of a dead process end at once, and nobody else’s', async () => {
    await leases.take('of the dead', 'dead.1', 1000);
    await leases.take('of the living', 'deadly.1', 1000);
    await leases.endOf('dead');
    expect(await leases.take('of the dead', 'bob.1', 1000)).toMatchObject({ fence: 2 });
    expect(await leases.take('of the living', 'bob.2', 1000)).toBeNull();
  });

  it('that were ended too early stay their owner’s until somebody takes them', async () => {
    const lease = await leases.take('early', 'alive.1', 1000);
    await leases.endOf('alive');
    expect(lease && (await leases.renew(lease, 1000))).toBe(true);
    await leases.endOf('alive');
    await leases.take('early', 'bob.1', 1000);
    expect(lease && (await leases.renew(lease, 1000))).toBe(false);
  });

  it('are forgotten when they ended long ago', async () => {
    await leases.take('old', 'ann', 1000);
    clock.pass(10_000);
    await leases.forgetOld(await clock.now());
    expect(await leases.take('old', 'bob', 1000)).toMatchObject({ fence: 1 });
  });
});
