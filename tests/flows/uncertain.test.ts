import type { ControlDeps } from '../../server/src/flows/control-sending';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { accepted, createFakeSender, later } from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

const ann = asking('ann');
const DOT = { at: NOON - 1_000, transport: 'relay' };

describe('an uncertain delivery', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const control = (change: Partial<ControlDeps> = {}) =>
    office.controlWith({ stop: () => undefined }, change);
  const listed = (editionId: string) =>
    office.report.deliveries({ editionId, state: 'uncertain', limit: 10 });

  /** Sent to three readers; the relay went silent after the dot of the first. */
  const sentToThree = async () => {
    const { edition, people } = await office.begun(3);
    const silent = people[0] ?? '';
    const sender = createFakeSender(({ to }, tries) =>
      to.startsWith(`reader${silent}@`) && tries === 1 ? { kind: 'uncertain', dot: DOT } : accepted,
    );
    await office.drain(sender);
    const [row] = await listed(edition.id);
    return { edition, sender, silent, delivery: row?.id ?? '' };
  };

  it('is listed with who, when the dot was written, where to, and which try it was', async () => {
    const { edition, silent } = await sentToThree();
    expect(await listed(edition.id)).toMatchObject([
      { subscriber: { id: silent }, dot: DOT, attempts: 1, because: null, reply: null },
    ]);
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('goes out once more when a person says so, under the Message-ID it had', async () => {
    const { edition, sender, delivery } = await sentToThree();
    const again = await control().resend(edition.id, delivery, ann);
    expect(again).toMatchObject({ ok: true, value: { state: 'sending' } });
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, pending: 1 });
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ accepted: 3 });
    expect(await office.stateOf(edition)).toBe('sent');
    const [first, second] = sender.onWire.filter(({ deliveryId }) => deliveryId === delivery);
    expect(second?.values['message-id']).toBe(first?.values['message-id']);
    expect(second?.values['message-id']).toBeTruthy();
    expect(await office.rows('audit', { subject_id: edition.id, person: 'ann' })).toMatchObject([
      { act: 'edition.start' },
      { act: 'delivery.resend', result: 'done', detail: expect.stringContaining(delivery) },
      { act: 'edition.reopen', result: 'done' },
    ]);
  });

  it('goes out once more though the edition was about to be called sent', async () => {
    const { edition } = await office.begun(1);
    const sender = createFakeSender((_message, tries) =>
      tries === 1 ? { kind: 'uncertain', dot: DOT } : accepted,
    );
    let looked = 0;
    const hasOpen = async (id: string) => {
      const isOpen = await office.batches.hasOpen(id);
      looked += 1;
      if (looked > 1) return isOpen;
      const [row] = await listed(id);
      expect(await control().resend(id, row?.id ?? '', ann)).toMatchObject({ ok: true });
      return isOpen;
    };
    const batches = { ...office.batches, hasOpen };
    await office.queue.drain(office.deliverWith(sender, { batches }).deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 1 });
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('can be uncertain once more, as its second try', async () => {
    const { edition, delivery } = await sentToThree();
    await control().resend(edition.id, delivery, ann);
    await office.drain(createFakeSender(() => ({ kind: 'uncertain' })));
    expect(await listed(edition.id)).toMatchObject([{ id: delivery, attempts: 2, dot: null }]);
  });

  it('has as long as any other from when it is sent again, days later', async () => {
    const { edition, delivery } = await sentToThree();
    office.pass(73 * 60 * 60 * 1000);
    await control().resend(edition.id, delivery, ann);
    await office.drain(createFakeSender(() => later));
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, deferred: 1 });
  });

  it('is closed by a person, once, and stays in the books as what it is', async () => {
    const { edition, sender, delivery } = await sentToThree();
    const closed = await control().close(edition.id, delivery, ann);
    expect(closed).toMatchObject({ ok: true, value: { state: 'sent' } });
    expect(await listed(edition.id)).toMatchObject([{ id: delivery, because: 'closed', dot: DOT }]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, uncertain: 1 });
    const no = { ok: false, reason: 'not-uncertain' };
    expect(await control().close(edition.id, delivery, ann)).toEqual(no);
    expect(await control().resend(edition.id, delivery, ann)).toEqual(no);
    await office.drain(sender);
    expect(sender.onWire).toHaveLength(3);
    expect(await office.rows('audit', { subject_id: edition.id, person: 'ann' })).toMatchObject([
      { act: 'edition.start' },
      { act: 'delivery.close', result: 'done' },
      { act: 'delivery.close', result: 'not-uncertain' },
      { act: 'delivery.resend', result: 'not-uncertain' },
    ]);
  });

  it('is resent once, of two who ask at the same time', async () => {
    const { edition, sender, delivery } = await sentToThree();
    const both = await Promise.all([
      control().resend(edition.id, delivery, ann),
      control().resend(edition.id, delivery, asking('bob')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await office.drain(sender);
    expect(sender.onWire.filter(({ deliveryId }) => deliveryId === delivery)).toHaveLength(2);
  });

  it('is not sent to a reader who has left since', async () => {
    const { edition, silent, delivery } = await sentToThree();
    await control().resend(edition.id, delivery, ann);
    await office.changeRow('subscribers', { id: Number(silent) }, { status: 'erased' });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, skipped: 1 });
  });

  it('waits where the edition is paused', async () => {
    const { edition, delivery } = await sentToThree();
    await office.changeRow('editions', { id: edition.id }, { state: 'paused' });
    const again = await control().resend(edition.id, delivery, ann);
    expect(again).toMatchObject({ ok: true, value: { state: 'paused' } });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, pending: 1 });
  });

  it.each(['cancelled', 'held'] as const)('is not sent again once it is %s', async (state) => {
    const { edition, delivery } = await sentToThree();
    await office.changeRow('editions', { id: edition.id }, { state });
    const again = await control().resend(edition.id, delivery, ann);
    expect(again).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await control().close(edition.id, delivery, ann)).toMatchObject({ ok: true });
  });

  it('is not sent again once it is cancelled while somebody is about to, and stays uncertain', async () => {
    const { edition, delivery } = await sentToThree();
    await office.changeRow('editions', { id: edition.id }, { state: 'paused' });
    const of: ControlDeps['decisions']['of'] = async (id) => {
      expect(await control().cancel(id, asking('bob'))).toMatchObject({ ok: true });
      return office.decisions.of(id);
    };
    const slow = control({ decisions: { ...office.decisions, of } });
    const again = await slow.resend(edition.id, delivery, ann);
    expect(again).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, uncertain: 1 });
    expect(await office.rows('audit', { subject_id: edition.id, act: 'delivery.resend' })).toEqual([
      expect.objectContaining({ person: 'ann', result: 'wrong-state' }),
    ]);
  });

  it('is not sent again while everything is stopped', async () => {
    const { edition, delivery } = await sentToThree();
    await control().stopEverything(ann);
    const again = await control().resend(edition.id, delivery, ann);
    expect(again).toEqual({ ok: false, reason: 'stopped-everything' });
    await control().liftStop(ann);
  });

  it('is not sent again from what nobody countersigned', async () => {
    const { edition, delivery } = await sentToThree();
    await office.changeRow('decisions', { edition_id: edition.id }, { seal: 'forged' });
    const again = await control().resend(edition.id, delivery, ann);
    expect(again).toEqual({ ok: false, reason: 'not-countersigned' });
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, uncertain: 1 });
  });

  it('is found only under its own edition, and only if it is one', async () => {
    const one = await sentToThree();
    const other = await sentToThree();
    const no = { ok: false, reason: 'not-uncertain' };
    expect(await control().close(other.edition.id, one.delivery, ann)).toEqual(no);
    expect(await control().resend(other.edition.id, one.delivery, ann)).toEqual(no);
    expect(await control().resend(one.edition.id, 'none', ann)).toEqual(no);
    const [out] = await office.report.deliveries({
      ...{ editionId: one.edition.id, state: 'accepted', limit: 1 },
    });
    expect(await control().resend(one.edition.id, out?.id ?? '', ann)).toEqual(no);
    expect(await control().close('nowhere', one.delivery, ann)).toEqual({
      ok: false,
      reason: 'no-such-edition',
    });
  });
});
