import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Body, type Gate } from '../../server/src/sender/body';
import { isLate } from '../../server/src/sender/fence';
import type { TransportSettings } from '../../server/src/ports';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';
import { startSink, type Sink, type SinkRule } from '../support/smtp-sink';

jest.setTimeout(30_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function setUp(
  rules: SinkRule[] = [],
  change: Partial<TransportSettings> = {},
): Promise<{ sink: Sink; sender: TestSender }> {
  const sink = await startSink({ rules });
  const sender = startSender([aTransport({ port: sink.port, connections: 1, ...change })]);
  open.push(sender, sink);
  return { sink, sender };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => aMessage(String(at + 1)));

describe('stopping', () => {
  it('brings back what waits, and what has its envelope out but not its text', async () => {
    const { sink, sender } = await setUp([{ at: 'rcpt', answer: 'hold' }]);
    const sent = sender.send(numbered(3));
    await sink.until(() => sink.rcpts.length === 1);
    sender.thread.stop();
    await sent;
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual(Array(3).fill('not-begun: stopped'));
    expect(sink.mails).toEqual([]);
  });

  it('lets what is in the wire’s hand finish', async () => {
    const { sink, sender } = await setUp([{ at: 'dot', answer: 'hold' }]);
    const sent = sender.send(numbered(3));
    await sink.until(() => sink.held === 1);
    sender.thread.stop();
    await sender.until(() => sender.reported.length >= 2);
    sink.release();
    await sent;
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'not-begun: stopped',
      'not-begun: stopped',
    ]);
  });

  it('of one edition leaves the others alone', async () => {
    const { sink, sender } = await setUp([{ at: 'dot', answer: 'hold', times: 1 }]);
    sender.thread.prepare('other', ['Subject: other\r\n\r\nHello\r\n']);
    const sent = sender.send([
      aMessage('1'),
      aMessage('2'),
      aMessage('3', { editionKey: 'other' }),
    ]);
    await sink.until(() => sink.held === 1);
    sender.thread.stop(['edition:en']);
    await sender.until(() => sender.reported.length >= 1);
    sink.release();
    await sent;
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'not-begun: stopped',
      'accepted 250',
    ]);
  });

  it('is no standing order: what comes later goes out', async () => {
    const { sender } = await setUp();
    await sender.send([aMessage('1')]);
    sender.thread.stop();
    await sender.send([aMessage('2')]);
    expect(sender.outcomeOf('2')).toBe('accepted 250');
  });

  it('in full flight loses nobody: each is accepted by the relay, or not begun', async () => {
    const { sink, sender } = await setUp([], { connections: 5 });
    const sent = sender.send(numbered(1000));
    await sink.until(() => sink.mails.length > 100);
    sender.thread.stop();
    await sent;
    const accepted = sender.reported.filter(({ outcome }) => outcome.kind === 'accepted');
    const notBegun = sender.reported.filter(({ outcome }) => outcome.kind === 'not-begun');
    expect(accepted.length + notBegun.length).toBe(1000);
    expect(sink.mails).toHaveLength(accepted.length);
    expect(notBegun.length).toBeGreaterThan(0);
  });
});

describe('closing', () => {
  it('stops, waits for what is in hand, and begins nothing more', async () => {
    const { sink, sender } = await setUp([{ at: 'dot', answer: 'hold', times: 1 }]);
    const sent = sender.send(numbered(2));
    await sink.until(() => sink.held === 1);
    const closed = sender.thread.close(30_000);
    await sender.until(() => sender.reported.length >= 1);
    sink.release();
    await Promise.all([sent, closed]);
    expect(['1', '2'].map(sender.outcomeOf)).toEqual(['accepted 250', 'not-begun: stopped']);
    await sender.send([aMessage('3')]);
    expect(sender.outcomeOf('3')).toBe('not-begun: stopped');
  });

  it('waits no longer than it is told: what has its dot out is uncertain then', async () => {
    const { sink, sender } = await setUp([{ at: 'dot', answer: 'hold' }]);
    const sent = sender.send(numbered(2));
    await sink.until(() => sink.held === 1);
    await Promise.all([sent, sender.thread.close(100)]);
    expect(['1', '2'].map(sender.outcomeOf)).toEqual(['uncertain', 'not-begun: stopped']);
  });
});

describe('a deadline', () => {
  it('that has passed lets nothing begin', async () => {
    const { sink, sender } = await setUp();
    await sender.send(numbered(3), { beginBefore: Date.now() - 1 });
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual(Array(3).fill('not-begun: late'));
    expect(sink.rcpts).toEqual([]);
  });

  it('brings back what still waits for its turn or for the relay', async () => {
    const { sink, sender } = await setUp([{ at: 'rcpt', answer: 'hold' }]);
    await sender.send(numbered(3), { beginBefore: Date.now() + 500 });
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual(Array(3).fill('not-begun: late'));
    expect(sink.mails).toEqual([]);
  });

  it('cuts a text off that has not come to its dot', async () => {
    const { sender } = await setUp([{ at: 'data', answer: 'silence' }]);
    sender.thread.prepare('big', ['Subject: big\r\n\r\n', `${'x'.repeat(70)}\r\n`.repeat(300_000)]);
    await sender.send([aMessage('1', { editionKey: 'big' })], { beginBefore: Date.now() + 1000 });
    expect(sender.outcomeOf('1')).toBe('not-begun: late');
  });

  it('does not touch what waits for the reply to its dot', async () => {
    const { sink, sender } = await setUp();
    await sender.send([aMessage('0')]);
    sink.script({ at: 'dot', answer: 'hold', times: 1 });
    const sent = sender.send(numbered(2), { beginBefore: Date.now() + 2_000 });
    await sink.until(() => sink.held === 1);
    await sender.until(() => sender.outcomeOf('2') !== 'nothing');
    sink.release();
    await sent;
    expect(['1', '2'].map(sender.outcomeOf)).toEqual(['accepted 250', 'not-begun: late']);
  });

  it('has passed by whichever clock says so first', () => {
    const monotonic = Number(process.hrtime.bigint() / 1_000_000n);
    const [ahead, past] = [60_000, -1];
    const at = (wall: number, other: number) => ({
      wall: Date.now() + wall,
      monotonic: monotonic + other,
    });
    expect(isLate(at(ahead, ahead))).toBe(false);
    expect(isLate(at(past, ahead))).toBe(true);
    expect(isLate(at(ahead, past))).toBe(true);
  });
});

describe('a text on its way', () => {
  const aGate = (change: Partial<Gate> = {}): Gate => ({
    mayBegin: () => true,
    mayFinish: () => true,
    beforeDot: (done) => done(null),
    following: () => null,
    ...change,
  });
  const LONG = 'x'.repeat(40_000);

  /** What a socket has taken, piece by piece, and what its body thought of it. */
  const write = async (gate: Gate, bytes = 'Hello\r\n.\r\n') => {
    const abandoned: unknown[] = [];
    const pieces: string[] = [];
    const socket = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        pieces.push(chunk.toString());
        done();
      },
    });
    const body = new Body(Buffer.from(bytes), gate, (error) => void abandoned.push(error));
    body.start(socket);
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    return { pieces, text: pieces.join(''), abandoned, body };
  };

  it('goes out in one piece with its dot, after that was noted down', async () => {
    const seen: string[] = [];
    const { pieces, body } = await write(
      aGate({ beforeDot: (done) => done(void seen.push('noted')) }),
    );
    expect(pieces).toEqual(['Hello\r\n.\r\n']);
    expect(seen).toEqual(['noted']);
    expect(body.progress).toBe('dotted');
  });

  it('goes out in slices if it is long, asked once more before the last: a paused process may wake up after its deadline', async () => {
    const { pieces, text } = await write(aGate(), LONG);
    expect(pieces.map(({ length }) => length)).toEqual([16_384, 16_384, 7_232]);
    expect(text).toBe(LONG);
    const late = await write(aGate({ mayFinish: () => false }), LONG);
    expect(late.text).toHaveLength(32_768);
    expect(late.abandoned).toEqual([null]);
  });

  it('goes no further once the relay has answered', async () => {
    let release = (): void => undefined;
    const held = new Writable({ write: (_chunk, _encoding, done) => void (release = done) });
    let dots = 0;
    const body = new Body(
      Buffer.from(LONG),
      aGate({ beforeDot: () => void (dots += 1) }),
      () => undefined,
    );
    body.start(held);
    body.end();
    release();
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect([body.progress, dots]).toEqual(['begun', 0]);
  });

  it('does not begin if it was taken back while its dot was noted down', async () => {
    let isOpen = true;
    const beforeDot: Gate['beforeDot'] = (done) => {
      isOpen = false;
      done(null);
    };
    const { text, abandoned, body } = await write(aGate({ mayBegin: () => isOpen, beforeDot }));
    expect([text, body.progress]).toEqual(['', 'waiting']);
    expect(abandoned).toEqual([null]);
  });

  it('has no dot when that cannot be noted down', async () => {
    const full = new Error('disk full');
    const { text, abandoned } = await write(aGate({ beforeDot: (done) => done(full) }));
    expect([text, abandoned]).toEqual(['', [full]]);
  });

  it('does not begin behind a closed gate', async () => {
    const { text, body } = await write(aGate({ mayBegin: () => false }));
    expect(text).toBe('');
    expect(body.progress).toBe('waiting');
  });
});
