import { asking } from '../support/asking';
import { DAY, NOON } from '../support/editions';
import { createFakeSender } from '../support/fake-sender';
import { finding, journalOf } from '../support/journals';
import { freezeOf } from '../support/ledger';
import { keepPostOffice, type PostOffice } from '../support/post-office';
import { precede } from '../support/precede';

const ann = asking('ann');

describe('a freeze that is disturbed', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const heldBecause = async ({ id }: { id: string }) =>
    (await office.editions.find(id))?.heldBecause;
  const deliveriesOf = ({ id }: { id: string }) => office.rows('deliveries', { edition_id: id });

  const buryOwner = (owner: string) => {
    const journals = finding(journalOf({ owner, marks: new Map() }));
    return office.deliverWith(createFakeSender(), { journals }).recover();
  };

  it('leaves nothing behind when it is cancelled during the freeze', async () => {
    const { edition } = await office.addEditionTo(3);
    const stage = precede(office.freezes, 'stage', () =>
      office.editions.move(edition.id, 'cancel', { at: NOON }),
    );
    expect((await office.start.start(edition.id, ann)).ok).toBe(false);
    stage.undo();
    expect(await office.stateOf(edition)).toBe('cancelled');
    expect(await deliveriesOf(edition)).toEqual([]);
  });

  it('has the deliveries counted anew, after a large one and outside of it', async () => {
    const counts: boolean[] = [];
    const recount = precede(office.freezes, 'recount', async () => {
      counts.push(office.strapiDb.inTransaction());
    });
    for (const readers of [3, 501]) {
      const { edition } = await office.addEditionTo(readers);
      await office.start.start(edition.id, ann);
    }
    recount.undo();
    expect(counts).toEqual([false]);
  });

  describe('after a process died in the middle of a freeze', () => {
    const halfFrozen = async () => {
      const { edition, people } = await office.addEditionTo(3);
      const lease = await office.leases.take(`freeze:${edition.id}`, 'dead.1', 30_000);
      if (!lease) throw new Error('the lease should be free');
      await office.editions.move(edition.id, 'freeze', { at: NOON });
      await office.freezes.stage(freezeOf(edition, 'half'), { list: 0, after: null });
      return { edition, people, lease };
    };

    it('leaves it alone while its owner may live', async () => {
      const { edition } = await halfFrozen();
      expect(await office.start.resumeFreezes()).toBe(0);
      expect(await office.stateOf(edition)).toBe('freezing');
    });

    it('goes on at once when its owner is proven dead', async () => {
      const { edition } = await halfFrozen();
      await buryOwner('dead');
      await office.start.resumeFreezes();
      expect(await office.stateOf(edition)).toBe('sending');
      expect(await deliveriesOf(edition)).toHaveLength(3);
    });

    it('throws the half away and freezes each reader once', async () => {
      const { edition, people } = await halfFrozen();
      office.pass(30_000);
      expect(await office.start.resumeFreezes()).toBeGreaterThan(0);
      expect(await office.stateOf(edition)).toBe('sending');
      const rows = await deliveriesOf(edition);
      expect(rows.map(({ subscriber_id }) => String(subscriber_id)).sort()).toEqual(people.sort());
      const batches = await office.rows('batches', { edition_id: edition.id });
      expect(batches).toHaveLength(1);
      expect(batches[0]?.freeze_id).not.toBe('half');
    });

    it('does not send what has become late meanwhile', async () => {
      const { edition } = await halfFrozen();
      office.pass(8 * DAY);
      await office.start.resumeFreezes();
      expect(await office.stateOf(edition)).toBe('held');
      expect(await heldBecause(edition)).toBe('late');
    });

    it.each<[string, () => Promise<unknown>]>([
      ['has lost the lease', async () => office.pass(30_000)],
      ['was wrongly called dead', () => buryOwner(office.owner)],
    ])('lets an owner who %s begin nothing', async (_how, lose) => {
      const { edition } = await office.addEditionTo(3);
      // Before its third transaction, the first chunk: it has the lease and has moved the edition.
      let begun = 0;
      const paused = precede(office.transactions, 'within', async () => {
        begun += 1;
        if (begun < 3) return;
        paused.undo();
        await lose();
        await office.start.resumeFreezes();
      });
      expect(await office.start.start(edition.id, ann)).toMatchObject({ ok: false });
      expect(await office.stateOf(edition)).toBe('sending');
      expect(await deliveriesOf(edition)).toHaveLength(3);
      const [found] = await office.rows('editions', { id: edition.id });
      const [batch, ...others] = await office.rows('batches', { edition_id: edition.id });
      expect(others).toEqual([]);
      expect(batch?.freeze_id).toBe(found?.freeze_id);
    });
  });
});
