import { NOON } from '../support/editions';
import { createFakeSender } from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

describe('the pump, at each heartbeat', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const statesNow = async ({ id }: { id: string }): Promise<Record<string, number>> => {
    const states: Record<string, number> = {};
    for (const row of await office.rows('deliveries', { edition_id: id })) {
      states[String(row.state)] = (states[String(row.state)] ?? 0) + 1;
    }
    return states;
  };

  /** Three messages on the wire, two more waiting in the ledger. */
  const onTheWire = async (change = {}) => {
    const { edition } = await office.begun(6);
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
    expect(await office.countsOf(edition)).toEqual({ accepted: 6 });
  });

  it('takes back what another process has paused', async () => {
    const { edition, sender, pump, drained } = await onTheWire();
    await office.editions.move(edition.id, 'pause', { at: NOON });
    await pump.heartbeat();
    await drained;
    expect(sender.onWire).toEqual([]);
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
  });

  it('takes back everything when another process has stopped everything', async () => {
    const { edition, pump, drained } = await onTheWire();
    await office.settings.set('stop-everything', { stopped: true }, 'ann', NOON);
    await pump.heartbeat();
    await drained;
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
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
    expect(await office.countsOf(edition)).toEqual({ accepted: 6 });
  });

  it('lets the sending thread forget what is over', async () => {
    const { edition, sender, pump, drained } = await onTheWire();
    expect([...sender.prepared]).toEqual([`${edition.id}:en`]);
    await sender.answerAll();
    await drained;
    await pump.heartbeat();
    expect([...sender.prepared]).toEqual([]);
  });

  it('settles what could not be settled while the database was away, and goes on a minute later', async () => {
    let isAway = true;
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const ledger = {
      ...office.ledger,
      exchange: async (...args: Parameters<typeof office.ledger.exchange>) => {
        if (!isAway || args[0].length === 0) return office.ledger.exchange(...args);
        tell();
        throw new Error('connection lost');
      },
    };
    const { edition, sender, pump, drained } = await onTheWire({ ledger });
    const refused = expect(drained).rejects.toThrow('connection lost');
    await sender.answerAll();
    await told;
    await new Promise(setImmediate);
    await expect(pump.heartbeat()).rejects.toThrow('connection lost');
    expect(await statesNow(edition)).toEqual({ pending: 2, sending: 4 });
    isAway = false;
    await pump.heartbeat();
    await refused;
    expect(await office.countsOf(edition)).toEqual({ accepted: 4, pending: 2 });
    office.pass(60_000);
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ accepted: 6 });
  });

  it('has no more than two messages for each connection on their way', async () => {
    const { edition } = await office.begun(20);
    const sender = createFakeSender();
    sender.hold();
    const drained = office.queue.drain(office.deliverWith(sender).deliver);
    await sender.untilWaiting(4);
    expect(await statesNow(edition)).toEqual({ pending: 16, sending: 4 });
    await sender.answerAll();
    await drained;
    expect(await office.countsOf(edition)).toEqual({ accepted: 20 });
  });

  it('begins nothing more when it is closed, and gives back what is not begun', async () => {
    const { edition } = await office.begun(6);
    const sender = createFakeSender();
    sender.hold();
    const pump = office.deliverWith(sender);
    const [wake] = office.queue.waiting();
    const delivered = pump.deliver(wake?.batchId ?? '');
    await sender.untilWaiting(4);
    await pump.close();
    await delivered;
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
    await pump.deliver(wake?.batchId ?? '');
    expect(await office.countsOf(edition)).toEqual({ pending: 6 });
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 6 });
  });

  it('sends nothing of what it was marking when it was closed', async () => {
    const { edition } = await office.begun(2);
    const sender = createFakeSender();
    let closed: Promise<void> = Promise.resolve();
    const ledger = {
      ...office.ledger,
      exchange: async (...args: Parameters<typeof office.ledger.exchange>) => {
        const marked = await office.ledger.exchange(...args);
        closed = pump.close();
        return marked;
      },
    };
    const pump = office.deliverWith(sender, { ledger });
    const [wake] = office.queue.waiting();
    await pump.deliver(wake?.batchId ?? '');
    await closed;
    expect(sender.onWire).toEqual([]);
    expect(await office.countsOf(edition)).toEqual({ pending: 2 });
    await office.drain(createFakeSender());
  });

  it('leaves nothing uncertain after a marking that came through and was not answered', async () => {
    const { edition } = await office.begun(5);
    let isCut = true;
    const ledger = {
      ...office.ledger,
      exchange: async (...args: Parameters<typeof office.ledger.exchange>) => {
        const marked = await office.ledger.exchange(...args);
        if (!isCut || marked.length === 0) return marked;
        isCut = false;
        throw new Error('connection lost');
      },
    };
    const pump = office.deliverWith(createFakeSender(), { ledger });
    await expect(office.queue.drain(pump.deliver)).rejects.toThrow('connection lost');
    expect(await statesNow(edition)).toEqual({ pending: 5 });
    office.pass(60_000);
    await office.queue.drain(pump.deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 5 });
  });

  it('goes on, a minute later, after the database was away while it marked', async () => {
    const { edition } = await office.begun(5);
    let isAway = true;
    const ledger = {
      ...office.ledger,
      exchange: async (...args: Parameters<typeof office.ledger.exchange>) => {
        if (isAway) throw new Error('connection lost');
        return office.ledger.exchange(...args);
      },
    };
    const pump = office.deliverWith(createFakeSender(), { ledger });
    const [wake] = office.queue.waiting();
    await expect(pump.deliver(wake?.batchId ?? '')).rejects.toThrow('connection lost');
    isAway = false;
    await office.queue.drain(pump.deliver);
    expect(await office.countsOf(edition)).toEqual({ pending: 5 });
    office.pass(60_000);
    await office.queue.drain(pump.deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 5 });
  });
});
