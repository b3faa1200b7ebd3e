import type { TransportSettings } from '../../server/src/ports';
import { POLITE, startOddRelay, type Dialogue } from '../support/odd-relay';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';
import { startSink, type Sink, type SinkRule } from '../support/smtp-sink';

jest.setTimeout(30_000);

/** What a relay does, and what the outcome table of docs/guarantees.md says of it. */
type Row<How> = readonly [what: string, how: How, outcome: string];

const rule = (at: SinkRule['at'], answer: string): SinkRule => ({ at, answer });

const SINKS: Row<SinkRule | null>[] = [
  ['accepts', null, 'accepted 250'],
  ['refuses the connection', rule('connect', '554 go away'), 'trouble: unreachable 554'],
  ['is too busy for a connection', rule('connect', '421 4.3.2 busy'), 'trouble: unreachable 421'],
  ['resets before its greeting', rule('connect', 'drop'), 'trouble: unreachable'],
  ['never greets', rule('connect', 'silence'), 'trouble: unreachable'],
  ['refuses MAIL', rule('mail', '550 5.1.8 no such domain'), 'trouble: sender-refused 550'],
  ['defers MAIL', rule('mail', '451 4.3.0 later'), 'deferred 451'],
  ['says 421 to MAIL', rule('mail', '421 4.7.0 closing'), 'deferred 421'],
  ['resets at MAIL', rule('mail', 'drop'), 'deferred'],
  ['says nothing to MAIL', rule('mail', 'silence'), 'deferred'],
  ['refuses RCPT: user', rule('rcpt', '550 5.1.1 no such user'), 'rejected: no-such-mailbox 550'],
  ['refuses RCPT: full', rule('rcpt', '552 5.2.2 full'), 'rejected: mailbox-full 552'],
  ['refuses RCPT: policy', rule('rcpt', '550 5.7.26 unauthenticated'), 'trouble: policy 550'],
  ['defers RCPT', rule('rcpt', '450 4.2.0 greylisted'), 'deferred 450'],
  ['says 421 to RCPT', rule('rcpt', '421 4.7.0 closing'), 'deferred 421'],
  ['resets at RCPT', rule('rcpt', 'drop'), 'deferred'],
  ['says nothing to RCPT', rule('rcpt', 'silence'), 'deferred'],
  ['defers after the dot', rule('dot', '451 4.3.0 later'), 'deferred 451'],
  ['says 421 after the dot', rule('dot', '421 4.3.0 closing'), 'deferred 421'],
  ['refuses after the dot', rule('dot', '554 5.6.0 malformed'), 'rejected: content 554'],
  ['refuses after the dot: spam', rule('dot', '550 5.7.1 spam'), 'trouble: reputation 550'],
  ['resets after the dot', rule('dot', 'drop'), 'uncertain'],
  ['says nothing after the dot', rule('dot', 'silence'), 'uncertain'],
];

const ODD_ONES: Row<Partial<Record<string, string | null>>>[] = [
  ['greets with garbage', { greeting: '\u0000\u0001 hello\r\n' }, 'trouble: protocol'],
  ['speaks HTTP', { greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n' }, 'trouble: protocol'],
  ['greets with half a line', { greeting: '220 od!' }, 'trouble: unreachable'],
  ['refuses EHLO and HELO', { EHLO: '502 no\r\n', HELO: '550 no\r\n' }, 'trouble: protocol 550'],
  ['closes at EHLO', { EHLO: null }, 'trouble: unreachable'],
  ['answers MAIL with garbage', { MAIL: 'what?\r\n' }, 'deferred'],
  ['answers RCPT with half a reply', { RCPT: '25!' }, 'deferred'],
  ['refuses DATA', { DATA: '554 5.5.1 no valid recipients\r\n' }, 'rejected: refused 554'],
  ['defers DATA', { DATA: '451 4.3.0 later\r\n' }, 'deferred 451'],
  ['says 421 to DATA', { DATA: '421 4.3.0 closing\r\n!' }, 'deferred 421'],
  ['closes at DATA', { DATA: null }, 'deferred'],
  ['says nothing to DATA', { DATA: undefined }, 'deferred'],
  ['answers the dot with half a reply', { '.': '25!' }, 'uncertain'],
  ['answers the dot with garbage', { '.': 'thank you\r\n' }, 'uncertain'],
  ['answers the dot with 354', { '.': '354 go on\r\n' }, 'uncertain'],
  ['closes after the dot', { '.': null }, 'uncertain'],
  ['refuses without ending its line', { '.': '554 5.6.0 no!' }, 'rejected: content 554'],
  ['answers in several lines', { '.': '250-ok\r\n250-still\r\n250 done\r\n' }, 'accepted 250'],
];

const pipelined = SINKS.map(([what], at) => [what, `p${at}`, SINKS[at]?.[2]] as const);
const stepwise = SINKS.map(([what], at) => [what, `s${at}`, SINKS[at]?.[2]] as const);
const odd = ODD_ONES.map(([what], at) => [what, `o${at}`, ODD_ONES[at]?.[2]] as const);

/** Each relay is a transport of its own, named as the one delivery that goes there. */
describe('a relay that', () => {
  const relays: { close(): Promise<void> }[] = [];
  const sinks = new Map<string, Sink>();
  let sender: TestSender;

  beforeAll(async () => {
    const transports: TransportSettings[] = [];
    for (const [at, [what, how]] of SINKS.entries()) {
      const rules = how ? [how] : [];
      for (const [id, hidePIPELINING] of [[`p${at}`, false] as const, [`s${at}`, true] as const]) {
        const sink = await startSink({ rules, hide: { hidePIPELINING } });
        sinks.set(id, sink);
        transports.push(transportTo(id, sink.port, what));
      }
    }
    for (const [at, [what, how]] of ODD_ONES.entries()) {
      const relay = await startOddRelay({ ...POLITE, ...how } as Dialogue);
      relays.push(relay);
      transports.push(transportTo(`o${at}`, relay.port, what));
    }
    sender = startSender(transports);
    await Promise.all(transports.map(({ id }) => sender.send([aMessage(id)], { transportId: id })));
  }, 30_000);

  afterAll(async () => {
    await sender.close();
    for (const relay of [...relays, ...sinks.values()]) await relay.close();
  });

  it.each([...pipelined, ...odd])('%s', (_what, id, outcome) => {
    expect(sender.outcomeOf(id)).toBe(outcome);
  });

  it.each(stepwise)('%s, one command at a time', (_what, id, outcome) => {
    expect(sender.outcomeOf(id)).toBe(outcome);
  });

  it('does anything but accept has no message', () => {
    const held = [...sinks].filter(([, sink]) => sink.mails.length > 0).map(([id]) => id);
    expect(held).toEqual(['p0', 's0']);
  });
});

/** Patience costs time, so only those who say nothing are waited for less long than usual. */
const transportTo = (id: string, port: number, what: string): TransportSettings =>
  aTransport({
    id,
    port,
    connections: 1,
    ...(/nothing|never/.test(what) && { timeouts: { greeting: 500, reply: 500 } }),
  });

describe('in particular', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0)) await thing.close();
  });
  const toSink = async (
    rules: SinkRule[],
    change: Partial<TransportSettings> = {},
  ): Promise<TestSender> => {
    const sink = await startSink({ rules });
    const sender = startSender([aTransport({ port: sink.port, ...change })]);
    open.push(sender, sink);
    return sender;
  };

  it('a relay nobody listens for is trouble for all that wait', async () => {
    const sink = await startSink();
    const { port } = sink;
    await sink.close();
    const sender = startSender([aTransport({ port })]);
    open.push(sender);
    await sender.send([aMessage('1'), aMessage('2'), aMessage('3')]);
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual(Array(3).fill('trouble: unreachable'));
  });

  it('a relay that stops reading in the middle of the text has no dot: deferred', async () => {
    const sender = await toSink([rule('data', 'silence')], { timeouts: { reply: 500 } });
    sender.thread.prepare('big', ['Subject: big\r\n\r\n', `${'x'.repeat(70)}\r\n`.repeat(300_000)]);
    await sender.send([aMessage('1', { editionKey: 'big' })]);
    expect(sender.outcomeOf('1')).toBe('deferred');
  });

  it('an answer that names the reader is kept without the address', async () => {
    const sender = await toSink([rule('rcpt', '550 5.1.1 <reader1@example.com>: reader1 unknown')]);
    await sender.send([aMessage('1')]);
    const kept = JSON.stringify(sender.reported);
    expect(kept).toContain('<‹address›>: ‹address› unknown');
    expect(kept).not.toContain('reader1');
  });
});
