import { LOG_EVENTS } from '../../server/src/names';
import { NOON } from '../support/editions';
import {
  accepted,
  createFakeSender,
  later,
  mailboxFull,
  noSuchMailbox,
  notBegun,
  trouble,
} from '../support/fake-sender';
import { addressOf, keepPostOffice, type PostOffice } from '../support/post-office';

const HOUR = 3_600_000;

describe('what relays answer', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  it('tries what was deferred again when it is due, and gives up after three days', async () => {
    const { edition } = await office.begun(2);
    const first = createFakeSender((_message, tries) => (tries > 1 ? accepted : later));
    await office.drain(first);
    expect(await office.countsOf(edition)).toEqual({ deferred: 2 });
    expect(office.queue.waiting()).toMatchObject([{ dueAt: NOON + 0.55 * HOUR }]);
    office.pass(0.55 * HOUR - 1);
    await office.drain(first);
    expect(await office.countsOf(edition)).toEqual({ deferred: 2 });
    office.pass(1);
    await office.drain(first);
    expect(await office.countsOf(edition)).toEqual({ accepted: 2 });

    const { edition: stubborn } = await office.begun(1);
    const never = createFakeSender(() => later);
    for (let hours = 0; hours < 80; hours += 4) {
      await office.drain(never);
      office.pass(5 * HOUR);
    }
    expect(await office.countsOf(stubborn)).toEqual({ rejected: 1 });
    expect(await office.stateOf(stubborn)).toBe('sent');
    expect((await office.report.read(stubborn.id))?.reasons[0]?.because).toBe('gave-up');
  });

  it('suppresses an address that does not exist, and no other', async () => {
    const { people } = await office.begun(3);
    const answers = [noSuchMailbox, mailboxFull, accepted];
    const sender = createFakeSender(
      ({ to }) => answers[people.map(addressOf).indexOf(to)] ?? accepted,
    );
    office.bounced.length = 0;
    await office.drain(sender);
    expect(office.bounced).toEqual([people[0]]);
  });

  it('lets the transport rest in trouble, and costs no reader a try', async () => {
    const { edition } = await office.begun(8);
    let isDown = true;
    const sender = createFakeSender(() => (isDown ? trouble : accepted));
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ pending: 8 });
    const rows = await office.rows('deliveries', { edition_id: edition.id });
    expect(rows.every(({ attempt }) => Number(attempt) === 0)).toBe(true);
    expect(office.log.events.at(-2)).toMatchObject({
      event: LOG_EVENTS.transportTrouble,
      fields: { transport: 'relay', because: 'unreachable', restsMs: 16_500 },
    });

    const { edition: other } = await office.begun(1);
    isDown = false;
    await office.drain(sender);
    expect(sender.onWire).toEqual([]);
    office.pass(16_500);
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ accepted: 8 });
    expect(await office.countsOf(other)).toEqual({ accepted: 1 });
    expect(await office.settings.get('transport-pause:relay')).toBeNull();
  });

  it.each([
    ['stopped', 0],
    ['crashed', 5_000],
    ['no-journal', 60_000],
  ] as const)('lets a message that was %s go out later', async (because, restMs) => {
    const { edition } = await office.begun(3);
    const sender = createFakeSender((_message, tries) =>
      tries > 1 ? accepted : notBegun(because),
    );
    const { deliver } = office.deliverWith(sender);
    const [wake] = office.queue.waiting();
    await deliver(wake?.batchId ?? '');
    expect(await office.countsOf(edition)).toEqual({ pending: 3 });
    expect(office.queue.waiting()).toEqual([{ batchId: wake?.batchId, dueAt: NOON + restMs }]);
    office.pass(restMs);
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ accepted: 3 });
  });

  it('skips a reader whose message cannot be composed', async () => {
    const { edition, people } = await office.begun(2);
    const sender = createFakeSender(({ to }) =>
      to === addressOf(people[0] ?? '') ? notBegun('unfit') : accepted,
    );
    await office.drain(sender);
    expect(await office.countsOf(edition)).toEqual({ accepted: 1, skipped: 1 });
  });
});
