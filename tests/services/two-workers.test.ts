import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournals } from '../../server/src/adapters/mail/journals';
import { createSendingThread } from '../../server/src/adapters/mail/sending-thread';
import { createBeeQueue } from '../../server/src/adapters/queue/bee-queue';
import { createWakeOverdue } from '../../server/src/flows/wake-overdue';
import { asking } from '../support/asking';
import { aContent, aMessage, DAY } from '../support/editions';
import { addressOf, openPostOffice, type PostOffice } from '../support/post-office';
import { openRedis, type TestRedis } from '../support/redis';
import { aTransport, MIME, SENDER_WORKER } from '../support/sending';
import { startSink, type Sink } from '../support/smtp-sink';

const READERS = 3000;

describe('two workers on one Redis', () => {
  let office: PostOffice;
  let redis: TestRedis;
  let sink: Sink;
  let folder: string;
  beforeAll(async () => {
    [office, redis, sink] = await Promise.all([openPostOffice(), openRedis(), startSink()]);
    folder = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
    office.pass(Date.now() - office.time.now);
  });
  afterAll(async () => {
    await Promise.all([office.close(), redis.close(), sink.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const startWorker = (owner: string) => {
    const transport = aTransport({ port: sink.port, connections: 3 });
    const journalDirectory = join(folder, owner);
    const queue = createBeeQueue({
      ...{ redis: redis.settings, name: 'batches', sharedClock: office.sharedClock },
      log: office.log,
    });
    const transports = [transport];
    const sending = { workerPath: SENDER_WORKER, transports, journalDirectory, owner };
    const thread = createSendingThread({ ...sending, log: office.log });
    const pump = office.deliverWith(thread, {
      ...{ transport, queue, clock: { now: () => Date.now() } },
      journals: createJournals(journalDirectory),
    });
    queue.work(pump.deliver, 2);
    const wakeOverdue = createWakeOverdue({
      ...{ ...office, queue },
      findLost: office.batches.findOverdue,
    });
    const end = () => Promise.all([queue.close(10_000), thread.close(10_000)]);
    return { queue, wakeOverdue, end };
  };

  const begin = async () => {
    const people = await office.addReaders(READERS, { lists: ['everybody'] });
    const audience = { include: ['everybody'], exclude: [] };
    const content = aContent({ audience, messages: { en: aMessage({ mime: MIME }) } });
    const window = { notBefore: 0, notAfter: Date.now() + DAY };
    const edition = await office.addApproved({ content }, { readersShown: READERS, ...window });
    await office.start.start(edition.id, asking('ann'));
    return { edition, addresses: people.map(addressOf) };
  };

  it('give each reader one message, though Redis forgets everything half-way', async () => {
    const { edition, addresses } = await begin();
    const workers = [startWorker('ann'), startWorker('bob')];
    await workers[0]?.queue.add(office.queue.waiting());
    await sink.until(() => sink.mails.length > READERS / 4);
    // More than the workers have in hand.
    expect((await redis.jobs()).length).toBeGreaterThan(4);
    await redis.flush();
    office.pass(6_000);
    await Promise.all(workers.map(({ wakeOverdue }) => wakeOverdue()));
    await sink.until(() => sink.mails.length === READERS);
    await Promise.all(workers.map(({ end }) => end()));

    expect(sink.mails.flatMap(({ to }) => to).sort()).toEqual([...addresses].sort());
    expect(await office.countsOf(edition)).toEqual({ accepted: READERS });
    expect(await office.stateOf(edition)).toBe('sent');
    expect(new Set(sink.mails.map(({ session }) => session)).size).toBeGreaterThan(3);
  });
});
