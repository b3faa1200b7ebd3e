import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { createFakeSender } from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

const ann = asking('ann');

describe('people who control a sending', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  /** Four messages of six on the wire. */
  const halfWay = async () => {
    const { edition } = await office.begun(6);
    const sender = createFakeSender();
    sender.hold();
    const pump = office.deliverWith(sender);
    const drained = office.queue.drain(pump.deliver);
    await sender.untilWaiting(4);
    return { edition, sender, drained, control: office.controlWith(sender) };
  };

  it('pause it: what is not begun comes back, and nothing begins until it is resumed', async () => {
    const { edition, sender, drained, control } = await halfWay();
    const paused = await control.pause(edition.id, ann);
    expect(paused).toMatchObject({ ok: true, value: { state: 'paused' } });
    await drained;
    expect(sender.onWire).toEqual([]);
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });

    const resumed = await control.resume(edition.id, ann);
    expect(resumed).toMatchObject({ ok: true, value: { state: 'sending' } });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 6 });
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('resume it to find that the last message went out meanwhile', async () => {
    const { edition } = await office.begun(2);
    const sender = createFakeSender();
    sender.hold();
    const control = office.controlWith({ stop: () => undefined });
    const drained = office.queue.drain(office.deliverWith(sender).deliver);
    await sender.untilWaiting(2);
    await control.pause(edition.id, ann);
    await sender.answerAll();
    await drained;
    expect(await office.stateOf(edition)).toBe('paused');
    const resumed = await control.resume(edition.id, ann);
    expect(resumed).toMatchObject({ ok: true, value: { state: 'sent' } });
  });

  it('cancel it: what is on the wire is finished, the rest is skipped', async () => {
    const { edition, sender, drained } = await halfWay();
    const control = office.controlWith({ stop: () => undefined });
    const cancelled = await control.cancel(edition.id, ann);
    expect(cancelled).toMatchObject({
      ok: true,
      value: { edition: { state: 'cancelled' }, skipped: 2, accepted: 0 },
    });
    await sender.answerAll();
    await drained;
    expect(await office.countsOf(edition)).toEqual({ accepted: 4, skipped: 2 });
    expect(await office.batches.hasOpen(edition.id)).toBe(false);
  });

  it('cancel it: what comes back from the wire is skipped too', async () => {
    const { edition, drained, control } = await halfWay();
    await control.cancel(edition.id, ann);
    await drained;
    expect(await office.countsOf(edition)).toEqual({ skipped: 6 });
  });

  it('cancel it after some of it went out, and are told how much', async () => {
    const { edition } = await office.begun(510);
    const sender = createFakeSender();
    const [first] = office.queue.waiting();
    await office.deliverWith(sender).deliver(first?.batchId ?? '');
    const cancelled = await office.controlWith(sender).cancel(edition.id, ann);
    expect(cancelled).toMatchObject({ ok: true, value: { skipped: 10, accepted: 500 } });
    await office.drain(sender);
    expect(sender.onWire).toHaveLength(500);
  });

  it.each([
    ['pause', 'approved'],
    ['pause', 'paused'],
    ['resume', 'sending'],
    ['resume', 'cancelled'],
    ['cancel', 'sent'],
  ] as const)('cannot %s one that is %s', async (act, state) => {
    const { edition } = await office.addEditionTo(1, { state });
    const done = await office.controlWith(createFakeSender())[act](edition.id, ann);
    expect(done).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await office.stateOf(edition)).toBe(state);
    expect(await office.rows('audit', { subject_id: edition.id })).toMatchObject([
      { act: `edition.${act}`, person: 'ann', result: 'wrong-state' },
    ]);
  });

  it.each(['pause', 'resume', 'cancel'] as const)('cannot %s what does not exist', async (act) => {
    const done = await office.controlWith(createFakeSender())[act]('nowhere', ann);
    expect(done).toEqual({ ok: false, reason: 'no-such-edition' });
  });

  it('pause it once, of two who do it at the same time', async () => {
    const { edition } = await office.begun(1);
    const control = office.controlWith(createFakeSender());
    const both = await Promise.all([
      control.pause(edition.id, ann),
      control.pause(edition.id, asking('bob')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  describe('when it is held after its first message', () => {
    const held = async () => {
      const { edition } = await office.begun(2);
      await office.editions.move(edition.id, 'hold', { at: NOON, heldBecause: 'seal' });
      return { edition, control: office.controlWith(createFakeSender()) };
    };

    it('let the same bytes go on', async () => {
      const { edition, control } = await held();
      const resumed = await control.resume(edition.id, ann);
      expect(resumed).toMatchObject({ ok: true, value: { state: 'sending', heldBecause: null } });
      await office.drain(createFakeSender());
      expect(await office.countsOf(edition)).toEqual({ accepted: 2 });
    });

    it('cannot let other bytes go on, but may cancel them', async () => {
      const { edition, control } = await held();
      await office.db.within(async (k) => {
        const content = JSON.stringify({ ...edition.content, replyTo: 'thief@example.com' });
        await office.db
          .table(k, 'countersign_editions')
          .where({ id: edition.id })
          .update({ content });
      });
      const resumed = await control.resume(edition.id, ann);
      expect(resumed).toEqual({ ok: false, reason: 'not-countersigned' });
      expect((await control.cancel(edition.id, ann)).ok).toBe(true);
      expect(await office.countsOf(edition)).toEqual({ skipped: 2 });
    });
  });

  it('cannot resume what was held before its first message', async () => {
    const { edition } = await office.addEditionTo(1);
    await office.editions.move(edition.id, 'hold', { at: NOON, heldBecause: 'late' });
    const resumed = await office.controlWith(createFakeSender()).resume(edition.id, ann);
    expect(resumed).toEqual({ ok: false, reason: 'wrong-state' });
  });

  it('stop everything: all that is being sent pauses, and nothing is resumed until it is lifted', async () => {
    const { edition, sender, drained, control } = await halfWay();
    const { edition: other } = await office.begun(1);
    expect(await control.stopEverything(ann)).toEqual({ stopped: true, by: 'ann', at: NOON });
    await drained;
    expect(sender.onWire).toEqual([]);
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
    expect(await office.stateOf(other)).toBe('paused');
    expect(await control.resume(other.id, ann)).toEqual({
      ok: false,
      reason: 'stopped-everything',
    });

    expect(await control.liftStop(asking('bob'))).toMatchObject({ stopped: false, by: 'bob' });
    expect(await control.stopped()).toMatchObject({ stopped: false });
    expect(await office.stateOf(edition)).toBe('paused');
    expect(await control.resume(edition.id, ann)).toMatchObject({ ok: true });
    expect(await office.rows('audit', { subject_kind: 'setting' })).toMatchObject([
      { act: 'stop.everything', person: 'ann' },
      { act: 'stop.lift', person: 'bob' },
    ]);
  });

  it('stop everything, however much it is', async () => {
    const { edition } = await office.begun(1);
    for (let more = 0; more < 100; more += 1) await office.addApproved({ state: 'sending' });
    const control = office.controlWith(createFakeSender());
    await control.stopEverything(ann);
    expect(await office.editions.list({ states: ['sending'], limit: 1 })).toEqual([]);
    expect(await office.stateOf(edition)).toBe('paused');
    await control.liftStop(ann);
  });
});
