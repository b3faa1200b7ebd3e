import type { TransportSettings } from '../../server/src/ports';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';
import { startSink, type Sink, type SinkOptions } from '../support/smtp-sink';

jest.setTimeout(30_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function setUp(
  options: SinkOptions = {},
  change: Partial<TransportSettings> = {},
): Promise<{ sink: Sink; sender: TestSender }> {
  const sink = await startSink(options);
  const sender = startSender([aTransport({ port: sink.port, ...change })]);
  open.push(sender, sink);
  return { sink, sender };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => aMessage(String(at + 1)));

describe('a thousand messages', () => {
  it('reach their thousand readers once each, one recipient a message', async () => {
    const { sink, sender } = await setUp({}, { connections: 5 });
    const messages = numbered(1000);
    const groups = Array.from({ length: 20 }, (_, at) => messages.slice(at * 50, at * 50 + 50));
    await Promise.all(groups.map((group) => sender.send(group)));

    const readers = messages.map(({ to }) => to).sort();
    expect(sink.rcpts.slice().sort()).toEqual(readers);
    expect(sink.mails.map(({ to }) => to).sort()).toEqual(readers.map((reader) => [reader]).sort());
    expect(new Set(sender.reported.map(({ outcome }) => outcome.kind))).toEqual(
      new Set(['accepted']),
    );
    expect(sender.reported).toHaveLength(1000);
  });

  it('are reported in groups, not one by one', async () => {
    const { sender } = await setUp({}, { connections: 5 });
    const groups: number[] = [];
    const onOutcomes = async (group: readonly unknown[]): Promise<void> =>
      void groups.push(group.length);
    await sender.send(numbered(1000), { onOutcomes });
    expect(groups.reduce((sum, size) => sum + size, 0)).toBe(1000);
    expect(groups.length).toBeLessThan(1000);
  });
});

describe('the bytes', () => {
  it('arrive as they were composed, dots at the start of lines included', async () => {
    const { sink, sender } = await setUp();
    await sender.send([aMessage('7')]);
    expect(sink.mails[0]?.bytes.toString()).toBe(
      'From: News <news@example.com>\r\nTo: <reader7@example.com>\r\n' +
        'Message-ID: <cs.7@example.com>\r\nSubject: Hello\r\n\r\n' +
        'Dear reader,\r\n.\r\n..two dots\r\nBye.\r\n',
    );
    expect(sink.mails[0]?.from).toBe('b-7-k1-0@bounce.example.com');
  });

  it('of a message bigger than any buffer arrive whole', async () => {
    const { sink, sender } = await setUp();
    const text = `${'0123456789'.repeat(7)}\r\n.\r\n`.repeat(20_000);
    sender.thread.prepare('big', ['Subject: big\r\n\r\n', text]);
    await sender.send([aMessage('1', { editionKey: 'big' })]);
    expect(sink.mails[0]?.bytes.toString()).toBe(`Subject: big\r\n\r\n${text}`);
  });
});

describe('connections', () => {
  it('are never more than the transport says', async () => {
    const { sink, sender } = await setUp({}, { connections: 3 });
    await sender.send(numbered(60));
    expect(sink.sessions).toBe(3);
  });

  it('are kept for the next messages', async () => {
    const { sink, sender } = await setUp({}, { connections: 1 });
    await sender.send([aMessage('1')]);
    await sender.send([aMessage('2')]);
    expect(sink.sessions).toBe(1);
  });

  it('are made anew after so many messages', async () => {
    const { sink, sender } = await setUp({}, { connections: 1, messagesPerConnection: 10 });
    await sender.send(numbered(35));
    expect(sink.sessions).toBe(4);
    expect(sink.mails).toHaveLength(35);
  });

  it('that idle too long are closed, with a good-bye', async () => {
    const { sink, sender } = await setUp({}, { timeouts: { idle: 50 } });
    await sender.send([aMessage('1')]);
    await sink.until(() => sink.open === 0);
    await sender.send([aMessage('2')]);
    expect(sender.outcomeOf('2')).toBe('accepted 250');
  });

  it('that the relay drops between two messages cost nobody a try', async () => {
    const { sink, sender } = await setUp({}, { connections: 1 });
    await sender.send([aMessage('1')]);
    sink.script({ at: 'mail', answer: 'drop', times: 1 });
    await sender.send([aMessage('2')]);
    expect(sender.outcomeOf('2')).toBe('accepted 250');
    expect(sink.sessions).toBe(2);
  });

  it('that are dropped again when they are new cost it one', async () => {
    const { sink, sender } = await setUp({}, { connections: 1 });
    await sender.send([aMessage('1')]);
    sink.script({ at: 'mail', answer: 'drop' });
    await sender.send([aMessage('2')]);
    expect(sender.outcomeOf('2')).toBe('deferred');
    expect(sink.sessions).toBe(2);
  });

  it('go on after a refused recipient', async () => {
    const rules = [{ at: 'rcpt', to: 'reader2@example.com', answer: '550 5.1.1 unknown' }] as const;
    const { sink, sender } = await setUp({ rules }, { connections: 1 });
    await sender.send(numbered(3));
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'rejected: no-such-mailbox 550',
      'accepted 250',
    ]);
    expect(sink.sessions).toBe(1);
  });

  it('end with a 421, and only the message it answered is deferred', async () => {
    const rules = [{ at: 'rcpt', to: 'reader2@example.com', answer: '421 4.3.0 closing' }] as const;
    const { sink, sender } = await setUp({ rules }, { connections: 1 });
    await sender.send(numbered(4));
    expect(['1', '2', '3', '4'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'deferred 421',
      'accepted 250',
      'accepted 250',
    ]);
    expect(sink.sessions).toBe(2);
  });

  it('may be fewer than we asked for without anybody noticing', async () => {
    const rules = [{ at: 'connect', answer: '421 4.7.0 too many', times: 2 }] as const;
    const { sender } = await setUp({ rules }, { connections: 3 });
    await sender.send(numbered(30));
    expect(new Set(sender.reported.map(({ deliveryId }) => sender.outcomeOf(deliveryId)))).toEqual(
      new Set(['accepted 250']),
    );
  });

  it('that are open go on being used while more are refused', async () => {
    const { sink, sender } = await setUp({}, { connections: 6 });
    await sender.send(numbered(3));
    const before = sink.sessions;
    sink.script({ at: 'connect', answer: '421 4.7.0 too many' });
    sink.script({ at: 'dot', to: 'reader11@example.com', answer: 'hold' });
    const rest = numbered(40).slice(10);
    const sent = sender.send(rest);
    await sink.until(() => sink.held === 1 && sink.mails.length >= 3 + rest.length - 2);
    sink.release();
    await sent;
    expect(sender.reported.map(({ outcome }) => outcome.kind)).not.toContain('trouble');
    expect(new Set(sink.mails.map(({ session }) => session)).size).toBe(before);
  });

  it('that meet trouble begin nothing more, and the rest comes back', async () => {
    const rules = [{ at: 'dot', to: 'reader2@example.com', answer: '550 5.7.26 no DKIM' }] as const;
    const { sink, sender } = await setUp({ rules }, { connections: 1 });
    await sender.send(numbered(5));
    expect(['1', '2', '3', '4', '5'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'trouble: policy 550',
      'not-begun: trouble',
      'not-begun: trouble',
      'not-begun: trouble',
    ]);
    expect(sink.mails).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each([
    'two@example.com>,<three@example.com',
    'a b@example.com',
    'a@b\r\nRCPT TO:<c@d>',
    'none',
    '',
  ])('such as %j is not written to', async (to) => {
    const { sink, sender } = await setUp();
    await sender.send([aMessage('1', { to })]);
    expect(sender.outcomeOf('1')).toBe('skipped: bad-address');
    expect(sink.rcpts).toEqual([]);
  });
});

describe('a message that cannot be composed', () => {
  it('comes back not begun, and the order fails without naming anybody', async () => {
    const { sink, sender } = await setUp();
    const broken = aMessage('1', {
      values: { to: 'tom@example.com\r\nBcc: x@example.com', 'message-id': 'a@b' },
    });
    await expect(sender.send([broken, aMessage('2')])).rejects.toThrow(/slot "to"/);
    expect(sender.outcomeOf('1')).toBe('not-begun: unfit');
    expect(sender.outcomeOf('2')).toBe('accepted 250');
    expect(sink.mails).toHaveLength(1);
  });
});
