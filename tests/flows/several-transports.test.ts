import type { SomeTransport } from '../../server/src/flows/deliver-batch/deps';
import type { OutgoingMessage, SendingThread } from '../../server/src/ports';
import { NOON } from '../support/editions';
import {
  accepted,
  createFakeSender,
  notBegun,
  noSuchMailbox,
  trouble,
} from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

type Some = Omit<SomeTransport, 'connections'>;

const DAY = 24 * 3_600_000;

describe('the pump of several transports', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c'])
      await office.settings.set(`transport-pause:${id}`, null, 'house', NOON);
  });

  /** How many each transport accepted; those that are down meet trouble. */
  const relays = (down = new Set<string>()) => {
    const by: Record<string, number> = {};
    let current = '';
    const answer = (_message: OutgoingMessage) => {
      if (down.has(current)) return trouble;
      by[current] = (by[current] ?? 0) + 1;
      return accepted;
    };
    const fake = createFakeSender(answer);
    const sender: SendingThread = {
      ...fake,
      send: (order) => {
        current = order.transportId;
        return fake.send(order);
      },
    };
    return { sender, by };
  };

  const drain = (sender: SendingThread, transports: readonly Some[]) => {
    const pump = office.deliverWith(sender, {
      transports: transports.map((each) => ({ connections: 2, ...each })),
    });
    return office.queue.drain(pump.deliver);
  };

  it('sends by each its share', async () => {
    const { edition } = await office.begun(80);
    const { sender, by } = relays();
    await drain(sender, [
      { id: 'a', weight: 3 },
      { id: 'b', weight: 1 },
      { id: 'c', weight: 0 },
    ]);
    expect(by).toEqual({ a: 60, b: 20 });
    expect(await office.countsOf(edition)).toEqual({ accepted: 80 });
  });

  it('gives the share of one in trouble to the others, and waits for nobody', async () => {
    const { edition } = await office.begun(40);
    const { sender, by } = relays(new Set(['a']));
    await drain(sender, [{ id: 'a' }, { id: 'b' }]);
    expect(by).toEqual({ b: 40 });
    expect(await office.countsOf(edition)).toEqual({ accepted: 40 });
    const rows = await office.rows('deliveries', { edition_id: edition.id });
    expect(rows.every(({ attempt }) => Number(attempt) === 1)).toBe(true);
  });

  it('lets a stand-by take over in order, and go back to rest', async () => {
    await office.begun(10);
    const down = new Set(['a', 'b']);
    const { sender, by } = relays(down);
    const transports = [{ id: 'a' }, { id: 'b', weight: 0 }, { id: 'c', weight: 0 }];
    await drain(sender, transports);
    expect(by).toEqual({ c: 10 });
    down.clear();
    office.pass(16_500);
    await office.begun(10);
    await drain(sender, transports);
    expect(by).toEqual({ a: 10, c: 10 });
  });

  it('waits when all rest, for the first that will be back', async () => {
    const { edition } = await office.begun(10);
    const { sender } = relays(new Set(['a', 'b']));
    await drain(sender, [{ id: 'a' }, { id: 'b' }]);
    expect(await office.countsOf(edition)).toEqual({ pending: 10 });
    expect(office.queue.waiting()).toMatchObject([{ dueAt: NOON + 16_500 }]);
    office.pass(16_500);
    await drain(relays().sender, [{ id: 'a' }, { id: 'b' }]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 10 });
  });

  it('sends no more than a day holds, and goes on the next', async () => {
    const { edition } = await office.begun(30);
    const limited = { id: 'day', messagesPerDay: 12 };
    await drain(relays().sender, [limited]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 12, pending: 18 });
    expect(office.queue.waiting()).toMatchObject([{ dueAt: NOON + DAY / 2 }]);
    office.pass(DAY / 2);
    await drain(relays().sender, [limited]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 24, pending: 6 });
    office.pass(DAY);
    await drain(relays().sender, [limited]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 30 });
  });

  it('sends by another what a day does not hold', async () => {
    await office.begun(30);
    const { sender, by } = relays();
    await drain(sender, [
      { id: 'small', messagesPerDay: 4 },
      { id: 'large', weight: 0 },
    ]);
    expect(by).toEqual({ small: 4, large: 26 });
  });

  it('gives back what it has taken of the day and not used', async () => {
    await office.begun(3);
    const transports = [{ id: 'rest', connections: 2, messagesPerDay: 1000 }];
    const pump = office.deliverWith(relays().sender, { transports });
    await office.queue.drain(pump.deliver);
    expect(await office.days.used('rest', '2026-12-01')).toBe(20);
    await pump.close();
    expect(await office.days.used('rest', '2026-12-01')).toBe(3);
  });

  it('counts no message of the day that never began', async () => {
    const { edition } = await office.begun(14);
    let tried = 0;
    let isDown = true;
    const sender = createFakeSender(() => {
      tried += 1;
      if (!isDown) return accepted;
      return tried % 2 === 0 ? trouble : notBegun('trouble');
    });
    const transports = [{ id: 'down', connections: 2, messagesPerDay: 12 }];
    const pump = office.deliverWith(sender, { transports });
    for (let hours = 0; hours < 5; hours += 1) {
      await office.queue.drain(pump.deliver);
      office.pass(3_600_000);
    }
    expect(tried).toBeGreaterThan(12);
    isDown = false;
    await office.queue.drain(pump.deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 12, pending: 2 });
    await pump.close();
    expect(await office.days.used('down', '2026-12-01')).toBe(12);
  });

  it('counts those a relay refused when it knew for whom', async () => {
    await office.begun(3);
    const transports = [{ id: 'refused', connections: 2, messagesPerDay: 12 }];
    const pump = office.deliverWith(
      createFakeSender(() => noSuchMailbox),
      { transports },
    );
    await office.queue.drain(pump.deliver);
    await pump.close();
    expect(await office.days.used('refused', '2026-12-01')).toBe(3);
  });

  it('warms a new transport up', async () => {
    const { edition } = await office.begun(250);
    const transports = [{ id: 'new', connections: 2, warmUp: 'on' as const }];
    const send = () =>
      office.queue.drain(office.deliverWith(relays().sender, { transports }).deliver);
    await send();
    expect(await office.countsOf(edition)).toEqual({ accepted: 200, pending: 50 });
    office.pass(DAY);
    await send();
    expect(await office.countsOf(edition)).toEqual({ accepted: 250 });
  });
});
