import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournals } from '../../server/src/adapters/mail/journals';
import { createSendingThread } from '../../server/src/adapters/mail/sending-thread';
import { createDatabaseQueue } from '../../server/src/adapters/queue/database-queue';
import type { SendingThread } from '../../server/src/ports';
import { asking } from '../support/asking';
import { aContent, aMessage, DAY } from '../support/editions';
import { openPostOffice, addressOf, type PostOffice } from '../support/post-office';
import { aTransport, MIME, SENDER_WORKER } from '../support/sending';
import { startSink, type Sink } from '../support/smtp-sink';

const HOUR = 3_600_000;

describe('the pump, over SMTP', () => {
  let office: PostOffice;
  let sink: Sink;
  let thread: SendingThread;
  let journalDirectory: string;
  const transport = aTransport({ connections: 5 });

  beforeAll(async () => {
    office = await openPostOffice();
  });
  beforeEach(async () => {
    office.pass(Date.now() - office.time.now);
    sink = await startSink();
    journalDirectory = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
    thread = createSendingThread({
      ...{ workerPath: SENDER_WORKER, journalDirectory, owner: `real${serial++}`, log: office.log },
      transports: [{ ...transport, port: sink.port }],
    });
  });
  afterEach(async () => {
    await thread.close(1_000);
    await sink.close();
    rmSync(journalDirectory, { recursive: true, force: true });
  });
  afterAll(() => office.close());
  let serial = 0;

  const begun = async (readers: number) => {
    const list = `real-${serial++}`;
    const people = await office.addReaders(readers, { lists: [list] });
    const messages = { en: aMessage({ mime: MIME }) };
    const content = aContent({ audience: { include: [list], exclude: [] }, messages });
    const window = { notBefore: 0, notAfter: Date.now() + DAY };
    const edition = await office.addApproved({ content }, { readersShown: readers, ...window });
    await office.start.start(edition.id, asking('ann'));
    return { edition, addresses: people.map(addressOf) };
  };

  // The thread goes by the machine's clock, the database of this office by one that stands still.
  const pump = () =>
    office.deliverWith(thread, {
      transports: [transport],
      clock: { now: () => Date.now() },
      journals: createJournals(journalDirectory),
    });

  const recipients = () => sink.mails.flatMap(({ to }) => to);

  it('delivers to a thousand readers, each exactly once, through the embedded queue', async () => {
    const { edition, addresses } = await begun(1000);
    const { deliver } = pump();
    const queue = createDatabaseQueue({ wakes: office.wakes, owner: 'real', log: office.log });
    await queue.add(office.queue.waiting());
    await office.queue.drain(async () => undefined);
    queue.work(deliver, 2);
    await sink.until(() => sink.mails.length === addresses.length);
    await queue.close(10_000);
    expect(recipients().sort()).toEqual([...addresses].sort());
    expect(sink.mails.every(({ to }) => to.length === 1)).toBe(true);
    expect(await office.countsOf(edition)).toEqual({ accepted: 1000 });
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('knows what became of each when the relay refuses, defers and drops', async () => {
    const { edition, addresses } = await begun(8);
    const [gone = '', full = '', later = '', dropped = '', unsure = ''] = addresses;
    sink.script({ at: 'rcpt', to: gone, answer: '550 5.1.1 no such user' });
    sink.script({ at: 'dot', to: full, answer: '552 5.2.2 mailbox full' });
    sink.script({ at: 'rcpt', to: later, answer: '451 4.7.1 come back later', times: 1 });
    sink.script({ at: 'data', to: dropped, answer: 'drop', times: 1 });
    sink.script({ at: 'dot', to: unsure, answer: 'drop', times: 1 });
    office.bounced.length = 0;
    await office.queue.drain(pump().deliver);
    const { accepted = 0, deferred = 0, ...others } = await office.countsOf(edition);
    expect(others).toEqual({ rejected: 2, uncertain: 1 });
    // Who is dropped while their envelope waits behind another's dot goes another way at once.
    expect([1, 2]).toContain(deferred);
    expect(accepted + deferred).toBe(5);
    expect(office.bounced).toHaveLength(1);

    office.pass(HOUR);
    await office.queue.drain(pump().deliver);
    expect(await office.countsOf(edition)).toEqual({ accepted: 5, rejected: 2, uncertain: 1 });
    expect(new Set(recipients()).size).toBe(recipients().length);
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('lets a relay that is not ready rest, whatever was to go through it', async () => {
    const { edition } = await begun(3);
    sink.script({ at: 'connect', answer: '421 4.3.2 not now' });
    await office.queue.drain(pump().deliver);
    expect(await office.countsOf(edition)).toEqual({ pending: 3 });
    const pause = await office.settings.get('transport-pause:relay');
    expect(pause).toMatchObject({ because: 'unreachable', times: 1 });
    expect(recipients()).toEqual([]);
    await office.settings.set('transport-pause:relay', null, 'house', 0);
  });

  it('finishes what is on the wire when it is paused, and begins nothing more', async () => {
    const { edition } = await begun(100);
    sink.script({ at: 'dot', answer: 'hold', times: transport.connections });
    const drained = office.queue.drain(pump().deliver);
    await sink.until(() => sink.held === transport.connections);
    await office.controlWith(thread).pause(edition.id, asking('ann'));
    sink.release();
    await drained;
    const { accepted = 0, pending = 0 } = await office.countsOf(edition);
    expect(accepted).toBe(sink.mails.length);
    expect(accepted + pending).toBe(100);
    expect(accepted).toBeGreaterThanOrEqual(transport.connections);
    expect(accepted).toBeLessThanOrEqual(2 * transport.connections);
  });
});
