import type { Claim } from '../../server/src/ports';
import { openLedger, toLists, type TestLedger } from '../support/ledger';

const LEASE = 30_000;

describe('batches', () => {
  let house: TestLedger;
  beforeAll(async () => {
    house = await openLedger();
  });
  afterAll(() => house.close());

  /** An edition being sent to `readers` people, and its first batch. */
  const sending = async (readers = 3) => {
    const list = `list-${Math.trunc(await house.clock.now())}-${readers}-${lists++}`;
    await house.addReaders(readers, { lists: [list] });
    const edition = await house.addFreezing(toLists([list]));
    await house.freezeAll(edition);
    const [wake] = await house.batches.findOpen(edition.id, null, 1);
    return { edition, batchId: wake?.batchId ?? '' };
  };
  let lists = 0;

  const claimed = async (batchId: string, owner = 'ann'): Promise<Claim> => {
    const claim = await house.batches.claim(batchId, owner, LEASE);
    if (!claim) throw new Error('the batch should be free');
    return claim;
  };

  it('are claimed by one worker at a time', async () => {
    const { edition, batchId } = await sending();
    const claims = await Promise.all(
      ['ann', 'bob', 'cid'].map((owner) => house.batches.claim(batchId, owner, LEASE)),
    );
    const won = claims.filter((claim) => claim !== null);
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({ batchId, editionId: edition.id, fence: 1 });
  });

  it('are not claimed before they are due', async () => {
    const { batchId } = await sending();
    const claim = await claimed(batchId);
    await house.batches.release(claim, (await house.clock.now()) + 1000);
    expect(await house.batches.claim(batchId, 'bob', LEASE)).toBeNull();
    house.clock.pass(1000);
    expect(await house.batches.claim(batchId, 'bob', LEASE)).toMatchObject({ fence: 2 });
  });

  it.each(['pause', 'hold', 'cancel'] as const)('are not claimed after a %s', async (move) => {
    const { edition, batchId } = await sending();
    await house.editions.move(edition.id, move, { at: 1, heldBecause: 'seal' });
    expect(await house.batches.claim(batchId, 'ann', LEASE)).toBeNull();
  });

  it('are not claimed when their freeze is not the valid one', async () => {
    const list = `invalid-${lists++}`;
    await house.addReaders(1, { lists: [list] });
    const edition = await house.addFreezing(toLists([list]));
    await house.freezeAll(edition, 'freeze-1');
    const [wake] = await house.batches.findOpen(edition.id, null, 1);
    await house.db.within(async (k) => {
      const editions = house.db.table(k, 'countersign_editions').where({ id: edition.id });
      await editions.update({ freeze_id: 'freeze-2' });
    });
    expect(await house.batches.claim(wake?.batchId ?? '', 'ann', LEASE)).toBeNull();
  });

  it('stay with their worker through renewals', async () => {
    const { batchId } = await sending();
    const claim = await claimed(batchId);
    house.clock.pass(LEASE - 1);
    expect(await house.batches.renew('ann', [claim], LEASE)).toEqual([claim]);
    house.clock.pass(LEASE - 1);
    expect(await house.batches.findAbandoned(null, 100)).not.toContainEqual(claim);
  });

  it('are found when their lease has ended, and taken over by one', async () => {
    const { batchId } = await sending();
    const claim = await claimed(batchId);
    house.clock.pass(LEASE);
    expect(await house.batches.findAbandoned(null, 100)).toContainEqual(claim);
    const taken = await Promise.all(
      ['bob', 'cid'].map((owner) => house.batches.takeOver(claim, owner, LEASE)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await house.batches.renew('ann', [claim], LEASE)).toEqual([]);
    expect(await house.batches.release(claim, 0)).toBeNull();
    const [row] = await house.rows('batches', { id: batchId });
    expect(row).toMatchObject({ state: 'claimed', fence: 2 });
  });

  it('are found by their owner before the lease has ended', async () => {
    const { batchId } = await sending();
    const claim = await claimed(batchId, 'dead');
    expect(await house.batches.findAbandoned(null, 100)).not.toContainEqual(claim);
    expect(await house.batches.findAbandoned('dead', 100)).toEqual([claim]);
  });

  it('say when to look again', async () => {
    const { batchId } = await sending();
    const now = await house.clock.now();
    expect(await house.batches.release(await claimed(batchId), 0)).toEqual({ batchId, dueAt: now });
  });

  it('are open until nothing is left to do', async () => {
    const { edition, batchId } = await sending(2);
    expect(await house.batches.hasOpen(edition.id)).toBe(true);
    const claim = await claimed(batchId);
    const due = await house.ledger.findDue(claim, edition.content.audience, 10);
    await house.ledger.skip(
      claim,
      due.map(({ id }) => ({ id, because: 'no-consent' as const })),
      5,
    );
    expect(await house.batches.release(claim, 0)).toBeNull();
    expect(await house.batches.hasOpen(edition.id)).toBe(false);
    expect(await house.batches.findOpen(edition.id, null, 10)).toEqual([]);
  });

  it('are found when they wait in no queue', async () => {
    const { batchId } = await sending();
    const found = async () => {
      const wakes = await house.batches.findForgotten(await house.clock.now(), 1000);
      return wakes.some((wake) => wake.batchId === batchId);
    };
    expect(await found()).toBe(true);
    await claimed(batchId);
    expect(await found()).toBe(false);
  });

  it('are found when they are long due, whatever a queue knows of them', async () => {
    const { edition, batchId } = await sending();
    await house.db.within(async (k) => {
      const row = { batch_id: Number(batchId), due_at: 0 };
      await house.db.table(k, 'countersign_queue').insert(row);
    });
    const found = async (dueBefore: number) => {
      const wakes = await house.batches.findOverdue(dueBefore, 1000);
      return wakes.some((wake) => wake.batchId === batchId);
    };
    const now = await house.clock.now();
    expect(await found(now)).toBe(true);
    expect(await found(now - 1)).toBe(false);
    await house.editions.move(edition.id, 'pause', { at: 1 });
    expect(await found(now)).toBe(false);
    await house.editions.move(edition.id, 'resume', { at: 1 });
    await claimed(batchId);
    expect(await found(now)).toBe(false);
  });

  it('leave nothing waiting when they come back after a cancel', async () => {
    const { edition, batchId } = await sending(2);
    const claim = await claimed(batchId);
    await house.editions.move(edition.id, 'cancel', { at: 1 });
    expect(await house.batches.release(claim, 0)).toBeNull();
    expect(await house.rows('deliveries', { batch_id: batchId })).toMatchObject([
      { state: 'skipped', because: 'cancelled' },
      { state: 'skipped', because: 'cancelled' },
    ]);
  });
});
