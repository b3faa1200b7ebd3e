import type { Journals, SendingThread } from '../../server/src/ports';
import { NOON } from '../support/editions';
import { accepted, createFakeSender, noSuchMailbox } from '../support/fake-sender';
import { finding, journalOf } from '../support/journals';
import { keepPostOffice, type PostOffice } from '../support/post-office';

const LEASE = 30_000;

describe('after a worker died', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const heir = (journals: Journals, sender: SendingThread = createFakeSender(undefined, 'heir')) =>
    office.deliverWith(sender, { journals });

  /** Four of five deliveries marked by a worker that then dies. */
  const killed = async (owner: string) => {
    const { edition } = await office.begun(5);
    const sender = createFakeSender(undefined, owner);
    sender.hold();
    void office.queue.drain(office.deliverWith(sender).deliver);
    await sender.untilWaiting(4);
    sender.die();
    const rows = await office.rows('deliveries', { edition_id: edition.id, state: 'sending' });
    return { edition, sender, ids: rows.map(({ id }) => String(id)) };
  };

  it('its journal settles what it had marked, without waiting for its lease', async () => {
    const { edition, sender, ids } = await killed('told');
    const [a = '', b = '', c = ''] = ids;
    sender.marks.set(a, accepted).set(b, noSuchMailbox).set(c, { kind: 'dot' });
    office.bounced.length = 0;
    const journals = finding(journalOf(sender));
    await heir(journals).recover();
    expect(await office.countsOf(edition)).toEqual({
      ...{ accepted: 1, rejected: 1, uncertain: 1 },
      pending: 2,
    });
    expect(office.bounced).toHaveLength(1);
    expect(journals.buried).toEqual(['told']);
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 3, rejected: 1, uncertain: 1 });
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('its journal settles what it had marked though an address cannot be suppressed', async () => {
    const { edition, sender, ids } = await killed('unsuppressed');
    sender.marks.set(ids[0] ?? '', noSuchMailbox);
    const journals = finding(journalOf(sender));
    const onHardBounce = () => Promise.reject(new Error('no such subscriber'));
    const told = jest.fn();
    const log = { ...office.log, error: told };
    const change = { journals, onHardBounce, log };
    await office.deliverWith(createFakeSender(undefined, 'heir'), change).recover();
    expect(told).toHaveBeenCalledTimes(1);
    expect(await office.countsOf(edition)).toEqual({ rejected: 1, pending: 4 });
    expect(journals.buried).toEqual(['unsuppressed']);
    await office.drain(createFakeSender());
  });

  it('what it had taken from the queue is there for others', async () => {
    const { sender } = await killed('taker');
    await office.wakes.add([{ batchId: '424242', dueAt: 0 }]);
    await office.wakes.take(sender.owner, 1, LEASE);
    await heir(finding(journalOf(sender))).recover();
    expect(await office.wakes.take('heir', 1, LEASE)).toEqual(['424242']);
    await office.wakes.finish('heir', '424242');
    await office.drain(createFakeSender());
  });

  it('its heir can itself be seen to live before it takes over', async () => {
    const { edition, sender } = await killed('before');
    const journals = finding(journalOf(sender));
    await heir(journals).begin();
    expect(await office.leases.take('worker:heir', 'another', LEASE)).toBeNull();
    expect(journals.begun).toEqual(['heir']);
    expect(await office.countsOf(edition)).toEqual({ pending: 5 });
    await office.drain(createFakeSender());
  });

  it('its heir begins even where there is no room for a journal', async () => {
    const { edition, sender } = await killed('full-disk');
    const begin = () => {
      throw new Error('ENOSPC');
    };
    const journals = { ...finding(journalOf(sender)), begin };
    const told = jest.fn();
    const log = { ...office.log, error: told };
    await office.deliverWith(createFakeSender(undefined, 'heir'), { journals, log }).begin();
    expect(told).toHaveBeenCalledTimes(1);
    expect(await office.countsOf(edition)).toEqual({ pending: 5 });
    await office.drain(createFakeSender());
  });

  it('nobody can know what it had marked if its journal is gone', async () => {
    const { edition } = await killed('silent');
    await heir(finding()).recover();
    expect(await office.countsOf(edition)).toEqual({ pending: 1, sending: 4 });
    office.pass(LEASE);
    await heir(finding()).recover();
    expect(await office.countsOf(edition)).toEqual({ pending: 1, uncertain: 4 });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 1, uncertain: 4 });
  });

  it('nobody can know what a journal with missing lines does not speak of', async () => {
    const { edition, sender, ids } = await killed('broken');
    sender.marks.set(ids[0] ?? '', accepted);
    await heir(finding(journalOf(sender, { isComplete: false }))).recover();
    expect(await office.countsOf(edition)).toEqual({ accepted: 1, uncertain: 3, pending: 1 });
    await office.drain(createFakeSender());
  });

  it('a journal that is found later still settles what was called uncertain', async () => {
    const { edition, sender, ids } = await killed('found');
    office.pass(LEASE);
    await heir(finding()).recover();
    for (const id of ids) sender.marks.set(id, accepted);
    sender.marks.set('test-0123', accepted);
    const journals = finding(journalOf(sender));
    await heir(journals).recover();
    expect(await office.countsOf(edition)).toEqual({ accepted: 4, pending: 1 });
    expect(journals.buried).toEqual(['found']);
    await office.drain(createFakeSender());
  });

  it('it is believed alive, if it cannot be seen, while it renews its lease', async () => {
    const { edition, sender } = await killed('far-away');
    await office.leases.take('worker:far-away', 'itself', LEASE);
    const journals = finding(journalOf(sender, { isProvenDead: false }));
    await heir(journals).recover();
    expect(await office.countsOf(edition)).toEqual({ pending: 1, sending: 4 });
    expect(journals.buried).toEqual([]);
    office.pass(LEASE);
    await heir(journals).recover();
    expect(await office.countsOf(edition)).toEqual({ pending: 5 });
    expect(journals.buried).toEqual(['far-away']);
    await office.drain(createFakeSender());
  });

  it.each(['pause', 'cancel'] as const)(
    'its batches are taken over after a %s too',
    async (move) => {
      const { edition, sender } = await killed(`before-${move}`);
      await office.editions.move(edition.id, move, { at: NOON });
      await heir(finding(journalOf(sender))).recover();
      const expected = move === 'pause' ? { pending: 5 } : { skipped: 5 };
      expect(await office.countsOf(edition)).toEqual(expected);
    },
  );

  it('a worker that was only slow settles what was taken from it, and sends nothing more of it', async () => {
    const { edition } = await office.begun(3);
    const slow = createFakeSender(undefined, 'slow');
    slow.hold();
    const pump = office.deliverWith(slow);
    const [wake] = office.queue.waiting();
    const delivered = pump.deliver(wake?.batchId ?? '');
    await slow.untilWaiting(3);
    office.pass(LEASE);
    await heir(finding()).recover();
    expect(await office.countsOf(edition)).toEqual({ uncertain: 3 });
    await slow.answerAll();
    await delivered;
    expect(await office.countsOf(edition)).toEqual({ accepted: 3 });
  });

  it('never takes over from itself what it has in hand', async () => {
    const { edition } = await office.begun(2);
    const sender = createFakeSender(undefined, 'blocked');
    sender.hold();
    const pump = office.deliverWith(sender);
    const drained = office.queue.drain(pump.deliver);
    await sender.untilWaiting(2);
    office.pass(LEASE + 1);
    await pump.recover();
    expect(await office.countsOf(edition)).toEqual({ sending: 2 });
    await sender.answerAll();
    await drained;
  });
});
