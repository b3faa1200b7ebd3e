import { readUnsubscribeToken } from '../../server/src/domain/delivery/unsubscribe-token';
import { readReturnPath } from '../../server/src/domain/delivery/verp';
import type { FullEdition } from '../../server/src/domain/editions/edition';
import { LOG_EVENTS } from '../../server/src/names';
import { asking } from '../support/asking';
import { aContent, aMessage, NOON } from '../support/editions';
import {
  accepted,
  createFakeSender,
  later,
  mailboxFull,
  noSuchMailbox,
  notBegun,
  trouble,
  type FakeSender,
} from '../support/fake-sender';
import { addressOf, keys, openPostOffice, type PostOffice } from '../support/post-office';

const ann = asking('ann');
const HOUR = 3_600_000;

describe('the pump', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
  });
  beforeEach(() => office.pass(NOON - office.time.now));
  afterAll(() => office.close());

  /** An edition that is being sent to so many. */
  const begun = async (readers: number, change: Partial<FullEdition> = {}) => {
    const made = await office.addEditionTo(readers, change);
    const started = await office.start.start(made.edition.id, ann);
    if (!started.ok) throw new Error(`not started: ${started.reason}`);
    return made;
  };

  const drain = (sender: FakeSender) => office.queue.drain(office.deliverWith(sender).deliver);

  const countsOf = async ({ id }: FullEdition): Promise<Record<string, number>> => {
    const report = await office.report.read(id);
    const counts = Object.entries<number>(report?.counts ?? {});
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  };

  const statesNow = async ({ id }: FullEdition): Promise<Record<string, number>> => {
    const states: Record<string, number> = {};
    for (const row of await office.rows('deliveries', { edition_id: id })) {
      states[String(row.state)] = (states[String(row.state)] ?? 0) + 1;
    }
    return states;
  };

  it('sends each reader one message, and then the edition is sent', async () => {
    const { edition, people } = await begun(510);
    const sender = createFakeSender();
    await drain(sender);
    expect(sender.onWire.map(({ to }) => to).sort()).toEqual(people.map(addressOf).sort());
    expect(await countsOf(edition)).toEqual({ accepted: 510 });
    expect(await office.stateOf(edition)).toBe('sent');
    expect(office.queue.waiting()).toEqual([]);
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
    await office.start.start(german.id, ann);
    const sender = createFakeSender();
    await drain(sender);

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
    const unsubscribe = { id: 'k1', secret: keys.rawKey('unsubscribe') };
    expect(readUnsubscribeToken(token, [unsubscribe])).toEqual({
      ok: true,
      value: { subscriberId: people[0], editionId: german.id, listIds: [list] },
    });
  });

  it('skips who has left since the freeze', async () => {
    const { edition, people } = await begun(3);
    await office.suppress(people[1] ?? '');
    const sender = createFakeSender();
    await drain(sender);
    expect(sender.onWire.map(({ to }) => to)).not.toContain(addressOf(people[1] ?? ''));
    expect(await countsOf(edition)).toEqual({ accepted: 2, skipped: 1 });
    expect((await office.report.read(edition.id))?.reasons).toEqual([
      { state: 'skipped', because: 'unsubscribed', count: 1 },
    ]);
  });

  it('skips who leaves while a slow batch is in hand', async () => {
    const { edition, people } = await begun(6);
    const sender = createFakeSender();
    sender.hold();
    const pump = office.deliverWith(sender);
    const drained = office.queue.drain(pump.deliver);
    await sender.untilWaiting(4);
    await office.suppress(people[5] ?? '');
    office.pass(2_000);
    await sender.answerAll();
    await drained;
    expect(await countsOf(edition)).toEqual({ accepted: 5, skipped: 1 });
  });

  it('has no more than two messages for each connection on their way', async () => {
    const { edition } = await begun(20);
    const sender = createFakeSender();
    sender.hold();
    const drained = office.queue.drain(office.deliverWith(sender).deliver);
    await sender.untilWaiting(4);
    expect(await statesNow(edition)).toEqual({ pending: 16, sending: 4 });
    await sender.answerAll();
    await drained;
    expect(await countsOf(edition)).toEqual({ accepted: 20 });
  });

  it('tries what was deferred again when it is due, and gives up after three days', async () => {
    const { edition } = await begun(2);
    const first = createFakeSender((_message, tries) => (tries > 1 ? accepted : later));
    await drain(first);
    expect(await countsOf(edition)).toEqual({ deferred: 2 });
    expect(office.queue.waiting()).toMatchObject([{ dueAt: NOON + 0.55 * HOUR }]);
    office.pass(0.55 * HOUR - 1);
    await drain(first);
    expect(await countsOf(edition)).toEqual({ deferred: 2 });
    office.pass(1);
    await drain(first);
    expect(await countsOf(edition)).toEqual({ accepted: 2 });

    const { edition: stubborn } = await begun(1);
    const never = createFakeSender(() => later);
    for (let hours = 0; hours < 80; hours += 4) {
      await drain(never);
      office.pass(5 * HOUR);
    }
    expect(await countsOf(stubborn)).toEqual({ rejected: 1 });
    expect(await office.stateOf(stubborn)).toBe('sent');
    expect((await office.report.read(stubborn.id))?.reasons[0]?.because).toBe('gave-up');
  });

  it('suppresses an address that does not exist, and no other', async () => {
    const { people } = await begun(3);
    const answers = [noSuchMailbox, mailboxFull, accepted];
    const sender = createFakeSender(
      ({ to }) => answers[people.map(addressOf).indexOf(to)] ?? accepted,
    );
    office.bounced.length = 0;
    await drain(sender);
    expect(office.bounced).toEqual([people[0]]);
  });

  it('lets the transport rest in trouble, and costs no reader a try', async () => {
    const { edition } = await begun(8);
    let isDown = true;
    const sender = createFakeSender(() => (isDown ? trouble : accepted));
    await drain(sender);
    expect(await countsOf(edition)).toEqual({ pending: 8 });
    const rows = await office.rows('deliveries', { edition_id: edition.id });
    expect(rows.every(({ attempt }) => Number(attempt) === 0)).toBe(true);
    expect(office.log.events.at(-2)).toMatchObject({
      event: LOG_EVENTS.transportTrouble,
      fields: { transport: 'relay', because: 'unreachable', restsMs: 16_500 },
    });

    const { edition: other } = await begun(1);
    isDown = false;
    await drain(sender);
    expect(sender.onWire).toEqual([]);
    office.pass(16_500);
    await drain(sender);
    expect(await countsOf(edition)).toEqual({ accepted: 8 });
    expect(await countsOf(other)).toEqual({ accepted: 1 });
    expect(await office.settings.get('transport-pause:relay')).toBeNull();
  });

  it.each([
    ['stopped', 0],
    ['crashed', 5_000],
    ['no-journal', 60_000],
  ] as const)('lets a message that was %s go out later', async (because, restMs) => {
    const { edition } = await begun(3);
    const sender = createFakeSender((_message, tries) =>
      tries > 1 ? accepted : notBegun(because),
    );
    const { deliver } = office.deliverWith(sender);
    const [wake] = office.queue.waiting();
    await deliver(wake?.batchId ?? '');
    expect(await countsOf(edition)).toEqual({ pending: 3 });
    expect(office.queue.waiting()).toEqual([{ batchId: wake?.batchId, dueAt: NOON + restMs }]);
    office.pass(restMs);
    await drain(sender);
    expect(await countsOf(edition)).toEqual({ accepted: 3 });
  });

  it('skips a reader whose message cannot be composed', async () => {
    const { edition, people } = await begun(2);
    const sender = createFakeSender(({ to }) =>
      to === addressOf(people[0] ?? '') ? notBegun('unfit') : accepted,
    );
    await drain(sender);
    expect(await countsOf(edition)).toEqual({ accepted: 1, skipped: 1 });
  });

  it('skips a reader whose seal does not open, and tells', async () => {
    const { edition, people } = await begun(2);
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
    expect(await countsOf(edition)).toEqual({ accepted: 1, skipped: 1 });
    expect(bugs).toHaveLength(1);
  });

  it('sends nothing of an edition whose content was changed under it', async () => {
    const { edition } = await begun(2);
    await office.db.within(async (k) => {
      const content = JSON.stringify({ ...edition.content, replyTo: 'thief@example.com' });
      await office.db
        .table(k, 'countersign_editions')
        .where({ id: edition.id })
        .update({ content });
    });
    const sender = createFakeSender();
    await drain(sender);
    expect(sender.onWire).toEqual([]);
    expect(await office.stateOf(edition)).toBe('held');
    expect(await countsOf(edition)).toEqual({ pending: 2 });
    expect(
      await office.rows('audit', { subject_id: edition.id, act: 'edition.hold' }),
    ).toHaveLength(1);
  });

  it('never sends to a reader twice with two pumps on the same batches', async () => {
    const { edition, people } = await begun(520);
    const senders = [createFakeSender(undefined, 'one'), createFakeSender(undefined, 'two')];
    const batches = office.queue.waiting().map(({ batchId }) => batchId);
    const pumps = senders.map((sender) => office.deliverWith(sender));
    await Promise.all(pumps.flatMap(({ deliver }) => batches.map((id) => deliver(id))));
    await drain(senders[0] ?? createFakeSender());
    const out = senders.flatMap(({ onWire }) => onWire.map(({ to }) => to));
    expect(out.sort()).toEqual(people.map(addressOf).sort());
    expect(await countsOf(edition)).toEqual({ accepted: 520 });
  });

  describe('at each heartbeat', () => {
    /** Three messages on the wire, two more waiting in the ledger. */
    const onTheWire = async (change = {}) => {
      const { edition } = await begun(6);
      const sender = createFakeSender();
      sender.hold();
      const pump = office.deliverWith(sender, change);
      await pump.heartbeat();
      const drained = office.queue.drain(pump.deliver);
      await sender.untilWaiting(4);
      return { edition, sender, pump, drained };
    };

    it('keeps its batch for as long as it works on it', async () => {
      const { edition, sender, pump, drained } = await onTheWire();
      for (let times = 0; times < 3; times += 1) {
        office.pass(20_000);
        await pump.heartbeat();
      }
      expect(await office.batches.findAbandoned(null, 10)).toEqual([]);
      await sender.answerAll();
      await drained;
      expect(await countsOf(edition)).toEqual({ accepted: 6 });
    });

    it('takes back what another process has paused', async () => {
      const { edition, sender, pump, drained } = await onTheWire();
      await office.editions.move(edition.id, 'pause', { at: NOON });
      await pump.heartbeat();
      await drained;
      expect(sender.onWire).toEqual([]);
      expect(await countsOf(edition)).toEqual({ pending: 6 });
    });

    it('takes back everything when another process has stopped everything', async () => {
      const { edition, pump, drained } = await onTheWire();
      await office.settings.set('stop-everything', { stopped: true }, 'ann', NOON);
      await pump.heartbeat();
      await drained;
      expect(await countsOf(edition)).toEqual({ pending: 6 });
      await office.settings.set('stop-everything', { stopped: false }, 'ann', NOON);
    });

    it('begins nothing more of a batch that was taken from it', async () => {
      const { edition, sender, pump, drained } = await onTheWire();
      office.pass(30_000);
      await office.deliverWith(createFakeSender(undefined, 'heir')).recover();
      await pump.heartbeat();
      await sender.answerAll();
      await drained;
      expect(new Set(sender.onWire.map(({ to }) => to)).size).toBe(sender.onWire.length);
      expect(await countsOf(edition)).toEqual({ accepted: 6 });
    });

    it('lets the sending thread forget what is over', async () => {
      const { edition, sender, pump, drained } = await onTheWire();
      expect([...sender.prepared]).toEqual([`${edition.id}:en`]);
      await sender.answerAll();
      await drained;
      await pump.heartbeat();
      expect([...sender.prepared]).toEqual([]);
    });

    it('settles what could not be settled while the database was away', async () => {
      let isAway = true;
      let tell: () => void = () => undefined;
      const told = new Promise<void>((resolve) => (tell = resolve));
      const log = { ...office.log, error: () => tell() };
      const ledger = {
        ...office.ledger,
        settle: async (...args: Parameters<typeof office.ledger.settle>) => {
          if (isAway) throw new Error('connection lost');
          return office.ledger.settle(...args);
        },
      };
      const { edition, sender, pump, drained } = await onTheWire({ ledger, log });
      await sender.answerAll();
      await told;
      await expect(pump.heartbeat()).rejects.toThrow('connection lost');
      expect(await statesNow(edition)).toEqual({ pending: 2, sending: 4 });
      isAway = false;
      await pump.heartbeat();
      await drained;
      expect(await countsOf(edition)).toEqual({ accepted: 6 });
    });
  });

  it('begins nothing more when it is closed, and gives back what is not begun', async () => {
    const { edition } = await begun(6);
    const sender = createFakeSender();
    sender.hold();
    const pump = office.deliverWith(sender);
    const [wake] = office.queue.waiting();
    const delivered = pump.deliver(wake?.batchId ?? '');
    await sender.untilWaiting(4);
    await pump.close();
    await delivered;
    expect(await countsOf(edition)).toEqual({ pending: 6 });
    await pump.deliver(wake?.batchId ?? '');
    expect(await countsOf(edition)).toEqual({ pending: 6 });
    await drain(createFakeSender());
    expect(await countsOf(edition)).toEqual({ accepted: 6 });
  });
});
