import { afterOutcome } from '../../server/src/domain/delivery/delivery';
import { createTidyUp } from '../../server/src/flows/tidy-up';
import { DAY, NOON } from '../support/editions';
import { accepted, createFakeSender } from '../support/fake-sender';
import { freezeOf } from '../support/ledger';
import { keepPostOffice, type PostOffice } from '../support/post-office';

describe('the upkeep', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  it('finishes an edition whose last batch was done when nobody looked', async () => {
    const { edition } = await office.begun(1);
    const [wake] = await office.batches.findOpen(edition.id, null, 1);
    const claim = await office.batches.claim(wake?.batchId ?? '', 'dead', 30_000);
    if (!claim) throw new Error('the batch should be free');
    const due = await office.ledger.findDue(claim, edition.content.audience, 1);
    const ids = await office.mark(
      claim,
      due.map(({ id }) => id),
    );
    const before = { attempt: 0, firstTriedAt: null };
    const change = afterOutcome(before, accepted, { now: NOON, random: 0 });
    await office.settle(
      claim,
      ids.map((id) => ({ id, change })),
      NOON,
    );
    await office.batches.release(claim, 0);
    expect(await office.stateOf(edition)).toBe('sending');
    await office.tidyUp();
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('finishes no edition of which somebody has opened a batch since it looked', async () => {
    const { edition } = await office.begun(1);
    let looked = 0;
    const hasOpen = async (id: string) => {
      looked += 1;
      return looked > 1 && office.batches.hasOpen(id);
    };
    await createTidyUp({ ...office, batches: { ...office.batches, hasOpen } })();
    expect(looked).toBeGreaterThan(1);
    expect(await office.stateOf(edition)).toBe('sending');
    await office.drain(createFakeSender());
  });

  it('goes on with a cancel that was cut short', async () => {
    const { edition } = await office.begun(3);
    await office.editions.move(edition.id, 'cancel', { at: NOON });
    await office.tidyUp();
    const report = await office.report.read(edition.id);
    expect(report?.counts).toMatchObject({ pending: 0, skipped: 3 });
  });

  it('throws away what no edition will ever name', async () => {
    const { edition } = await office.addEditionTo(2);
    await office.editions.move(edition.id, 'freeze', { at: NOON });
    await office.freezes.stage(freezeOf(edition), { list: 0, after: null });
    await office.editions.move(edition.id, 'hold', { at: NOON, heldBecause: 'drift' });
    await office.tidyUp();
    expect(await office.rows('deliveries', { edition_id: edition.id })).toEqual([]);
  });

  it('forgets old leases and the wakes of batches that are done', async () => {
    await office.leases.take('old', 'somebody', 1);
    await office.wakes.add([{ batchId: '424242', dueAt: 0 }]);
    office.pass(2 * DAY);
    await office.tidyUp();
    expect(await office.rows('leases', { name: 'old' })).toEqual([]);
    expect(await office.rows('queue', { batch_id: '424242' })).toEqual([]);
  });

  it('is done by one process at a time', async () => {
    const { edition } = await office.begun(1);
    await office.editions.move(edition.id, 'cancel', { at: NOON });
    const lease = await office.leases.take('tidy-up', 'another', 1000);
    await office.tidyUp();
    expect((await office.report.read(edition.id))?.counts.pending).toBe(1);
    if (lease) await office.leases.release(lease);
    await office.tidyUp();
    expect((await office.report.read(edition.id))?.counts.pending).toBe(0);
  });
});
