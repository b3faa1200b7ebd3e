import type { FullEdition } from '../../server/src/domain/editions/edition';
import { createSourceRepointed } from '../../server/src/flows/notice-change/source-repointed';
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

  /** A source of the list it goes to is another one now. */
  const repointed = ({ content: { audience } }: FullEdition): Promise<void> => {
    const [list = ''] = audience.include;
    const mapping = { list, fields: { email: 'mail', consent: 'agreed' } };
    return createSourceRepointed(office)([mapping], asking('cat'));
  };

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

  it('is held when a source of its list becomes another one meanwhile, and sends nothing', async () => {
    const { edition } = await office.addEditionTo(3);
    const stage = precede(office.freezes, 'stage', () => repointed(edition));
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'held' });
    stage.undo();
    expect(await office.stateOf(edition)).toBe('held');
    expect(await heldBecause(edition)).toBe('repointed');
    expect(await deliveriesOf(edition)).toEqual([]);
    expect(await office.hands.of(edition.campaignId)).toMatchObject([{ person: 'cat' }]);
    const [told] = await office.rows('audit', { subject_id: edition.id, act: 'edition.hold' });
    expect(told).toMatchObject({ person: 'cat', detail: '{"because":"repointed"}' });
    expect(await office.editions.move(edition.id, 'resume', { at: NOON })).toBeNull();
  });

  it('goes on when the source of another list does', async () => {
    const { edition } = await office.addEditionTo(3);
    const other = await office.addEditionTo(3);
    const stage = precede(office.freezes, 'stage', () => repointed(other.edition));
    expect((await office.start.start(edition.id, ann)).ok).toBe(true);
    stage.undo();
    expect(await deliveriesOf(edition)).toHaveLength(3);
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

    it.each<[string, (edition: FullEdition) => Promise<void>]>([
      ['before another goes on', (edition) => repointed(edition)],
      [
        'while another goes on',
        async (edition) => {
          const stage = precede(office.freezes, 'stage', () => repointed(edition));
          await office.start.resumeFreezes();
          stage.undo();
        },
      ],
    ])('sends nothing if a source of its list becomes another one %s', async (_when, change) => {
      const { edition } = await halfFrozen();
      office.pass(30_000);
      await change(edition);
      await office.start.resumeFreezes();
      expect(await office.stateOf(edition)).toBe('held');
      await office.tidyUp();
      expect(await deliveriesOf(edition)).toEqual([]);
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
