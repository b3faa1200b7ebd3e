import type { Rates } from '../../server/src/ports';
import { createFakeSender } from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

describe('the pump of a transport with a rate', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const transports = [{ id: 'relay', connections: 2, messagesPerSecond: 7 }];
  const wait = async () => undefined;

  it('begins what it is given, and never more at once', async () => {
    const { edition } = await office.begun(9);
    const sender = createFakeSender();
    const onWire: number[] = [];
    const due: number[] = [];
    const wanted = [1, 0, 2, 0, 0, 3];
    const asked: unknown[] = [];
    let given = 0;
    const take: Rates['take'] = async (lines, most) => {
      asked.push(lines);
      onWire.push(sender.onWire.length);
      due.push(given);
      const now = Math.min(most, wanted.shift() ?? most);
      given += now;
      return { messages: now, waitMs: 0 };
    };
    await office.queue.drain(
      office.deliverWith(sender, { transports, rates: { take, wait } }).deliver,
    );
    expect(onWire).toEqual(due);
    expect(due.slice(0, 6)).toEqual([0, 1, 1, 3, 3, 3]);
    expect(asked).toContainEqual([{ name: 'relay', perSecond: 7 }]);
    expect(await office.countsOf(edition)).toEqual({ accepted: 9 });
  });

  it('lets go of a batch while nobody can say how fast it may be', async () => {
    const { edition } = await office.begun(2);
    const sender = createFakeSender();
    const rates = { take: async () => null, wait };
    await office.queue.drain(office.deliverWith(sender, { transports, rates }).deliver);
    expect(sender.onWire).toEqual([]);
    expect(office.queue.waiting()).toMatchObject([{ dueAt: office.time.now + 5_000 }]);
    office.pass(5_000);
    await office.queue.drain(office.deliverWith(sender, { transports }).deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 2 });
  });

  it('begins nothing of what it was given once it is stopped', async () => {
    const { edition } = await office.begun(3);
    const sender = createFakeSender();
    const pump = office.deliverWith(sender, {
      transports,
      rates: {
        take: async (_lines, most) => {
          void pump.close();
          return { messages: most, waitMs: 0 };
        },
        wait,
      },
    });
    await office.queue.drain(pump.deliver);
    expect(sender.onWire).toEqual([]);
    expect(await office.countsOf(edition)).toEqual({ pending: 3 });
  });

  it('asks nobody where the transport has no rate', async () => {
    const { edition } = await office.begun(2);
    const rates = {
      take: async () => {
        throw new Error('nobody should be asked');
      },
      wait,
    };
    await office.queue.drain(office.deliverWith(createFakeSender(), { rates }).deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 2 });
  });
});
