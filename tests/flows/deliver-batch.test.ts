import { readUnsubscribeToken } from '../../server/src/domain/delivery/unsubscribe-token';
import { readReturnPath } from '../../server/src/domain/delivery/verp';
import { asking } from '../support/asking';
import { aContent, aMessage } from '../support/editions';
import { createFakeSender } from '../support/fake-sender';
import { addressOf, keys, keepPostOffice, type PostOffice } from '../support/post-office';

describe('the pump', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  it('sends each reader one message, and then the edition is sent', async () => {
    const { edition, people } = await office.begun(510);
    const sender = createFakeSender();
    await office.drain(sender);
    expect(sender.onWire.map(({ to }) => to).sort()).toEqual(people.map(addressOf).sort());
    expect(await office.countsOf(edition)).toEqual({ accepted: 510 });
    expect(await office.stateOf(edition)).toBe('sent');
    expect(office.queue.waiting()).toEqual([]);
  });

  it('marks one batch after the other, so that groups are as large as the window', async () => {
    await office.begun(510);
    const sender = createFakeSender();
    const { deliver } = office.deliverWith(sender);
    const [first = '', second = ''] = office.queue.waiting().map(({ batchId }) => batchId);
    await Promise.all([deliver(first), deliver(second)]);
    const batches: { id: unknown; batch_id: unknown }[] = await office.db.read((k) =>
      office.db.table(k, 'countersign_deliveries').whereIn('batch_id', [first, second]),
    );
    const batchOf = new Map(batches.map(({ id, batch_id }) => [String(id), String(batch_id)]));
    const order = sender.onWire.map(({ deliveryId }) => batchOf.get(deliveryId));
    const changes = order.filter((batch, at) => batch !== order[at - 1]);
    expect(order).toHaveLength(510);
    expect(changes).toHaveLength(2);
    await office.drain(sender);
  });

  it('gives each message its own names, token and return-path', async () => {
    const messages = { en: aMessage(), de: aMessage() };
    const { edition, list, people } = await office.addEditionTo(1);
    await office.db.within(async (k) => {
      await office.db
        .table(k, 'countersign_subscribers')
        .where({ id: people[0] })
        .update({ locale: 'de' });
      await office.db.table(k, 'countersign_decisions').where({ edition_id: edition.id }).delete();
    });
    const content = aContent({ audience: { include: [list], exclude: [] }, messages });
    const german = await office.addApproved({ content }, { readersShown: 1 });
    await office.start.start(german.id, asking('ann'));
    const sender = createFakeSender();
    await office.drain(sender);

    const [message] = sender.onWire;
    const { deliveryId = '', values, envelopeFrom = '' } = message ?? {};
    expect(message).toMatchObject({
      editionKey: `${german.id}:de`,
      to: addressOf(people[0] ?? ''),
    });
    expect(values).toMatchObject({
      to: addressOf(people[0] ?? ''),
      date: 'Tue, 01 Dec 2026 12:00:00 +0000',
      'subscriber.name': `Reader ${people[0]}`,
      'subscriber.locale': 'de',
    });
    expect(values?.['message-id']).toMatch(
      new RegExp(`^cs\\.${deliveryId}\\.[0-9a-z]+@example.com$`),
    );
    const verp = { id: 'k1', secret: keys.rawKey('verp') };
    expect(readReturnPath(envelopeFrom, [verp])).toEqual({ ok: true, value: deliveryId });
    const [base, token = ''] = values?.['unsubscribe-url']?.split('/unsubscribe/') ?? [];
    expect(base).toBe('https://cms.example.com/api/countersign');
    expect(values?.['preferences-url']).toBe(`${base}/preferences/${token}`);
    const unsubscribe = { id: 'k1', secret: keys.rawKey('unsubscribe') };
    expect(readUnsubscribeToken(token, [unsubscribe])).toEqual({
      ok: true,
      value: { subscriberId: people[0], editionId: german.id, listIds: [list] },
    });
  });

  it('skips who has left since the freeze', async () => {
    const { edition, people } = await office.begun(3);
    await office.suppress(people[1] ?? '');
    const sender = createFakeSender();
    await office.drain(sender);
    expect(sender.onWire.map(({ to }) => to)).not.toContain(addressOf(people[1] ?? ''));
    expect(await office.countsOf(edition)).toEqual({ accepted: 2, skipped: 1 });
    expect((await office.report.read(edition.id))?.reasons).toEqual([
      { state: 'skipped', because: 'unsubscribed', count: 1 },
    ]);
  });

  it('skips who leaves while a slow batch is in hand', async () => {
    const { edition, people } = await office.begun(6);
    const sender = createFakeSender();
    sender.hold();
    const pump = office.deliverWith(sender);
    const drained = office.queue.drain(pump.deliver);
    await sender.untilWaiting(4);
    await office.suppress(people[5] ?? '');
    office.pass(2_000);
    await sender.answerAll();
    await drained;
    expect(await office.countsOf(edition)).toEqual({ accepted: 5, skipped: 1 });
  });

  it('skips a reader whose seal does not open, and tells', async () => {
    const { edition, people } = await office.begun(2);
    await office.db.within(async (k) => {
      const forged = { sealed: keys.seal('{}', 'another row') };
      await office.db.table(k, 'countersign_subscribers').where({ id: people[0] }).update(forged);
    });
    const bugs: unknown[] = [];
    const log = {
      ...office.log,
      error: (_event: unknown, error: unknown) => void bugs.push(error),
    };
    await office.queue.drain(office.deliverWith(createFakeSender(), { log }).deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 1, skipped: 1 });
    expect(bugs).toHaveLength(1);
  });

  it('sends nothing of an edition whose content was changed under it', async () => {
    const { edition } = await office.begun(2);
    await office.db.within(async (k) => {
      const content = JSON.stringify({ ...edition.content, replyTo: 'thief@example.com' });
      await office.db
        .table(k, 'countersign_editions')
        .where({ id: edition.id })
        .update({ content });
    });
    const sender = createFakeSender();
    await office.drain(sender);
    expect(sender.onWire).toEqual([]);
    expect(await office.stateOf(edition)).toBe('held');
    expect(await office.countsOf(edition)).toEqual({ pending: 2 });
    expect(
      await office.rows('audit', { subject_id: edition.id, act: 'edition.hold' }),
    ).toHaveLength(1);
  });

  it('never sends to a reader twice with two pumps on the same batches', async () => {
    const { edition, people } = await office.begun(520);
    const senders = [createFakeSender(undefined, 'one'), createFakeSender(undefined, 'two')];
    const batches = office.queue.waiting().map(({ batchId }) => batchId);
    const pumps = senders.map((sender) => office.deliverWith(sender));
    await Promise.all(pumps.flatMap(({ deliver }) => batches.map((id) => deliver(id))));
    await office.drain(senders[0] ?? createFakeSender());
    const out = senders.flatMap(({ onWire }) => onWire.map(({ to }) => to));
    expect(out.sort()).toEqual(people.map(addressOf).sort());
    expect(await office.countsOf(edition)).toEqual({ accepted: 520 });
  });
});
