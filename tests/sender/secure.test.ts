import type { TransportSettings } from '../../server/src/ports';
import { POLITE, startOddRelay } from '../support/odd-relay';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';
import { sinkAuthority, startSink, type Sink, type SinkOptions } from '../support/smtp-sink';

jest.setTimeout(30_000);

const TRUSTED = { ca: sinkAuthority(), servername: 'localhost' };
const PASSWORD = 'correct horse';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function setUp(
  options: SinkOptions,
  change: Partial<TransportSettings>,
): Promise<{ sink: Sink; sender: TestSender }> {
  const sink = await startSink(options);
  const sender = startSender([aTransport({ port: sink.port, ...change })]);
  open.push(sender, sink);
  return { sink, sender };
}

type Row = [
  what: string,
  options: SinkOptions,
  change: Partial<TransportSettings>,
  outcome: string,
];

const ENCRYPTED: Row[] = [
  ['STARTTLS', { secure: 'starttls' }, { secure: 'starttls', tls: TRUSTED }, 'accepted 250'],
  ['TLS', { secure: 'tls' }, { secure: 'tls', tls: TRUSTED }, 'accepted 250'],
  ['no STARTTLS', { secure: 'none' }, { secure: 'starttls', tls: TRUSTED }, 'trouble: tls'],
  ['no TLS', { secure: 'none' }, { secure: 'tls', tls: TRUSTED }, 'trouble: tls'],
  ['a stranger’s certificate', { secure: 'starttls' }, { secure: 'starttls' }, 'trouble: tls'],
  ['a stranger’s certificate at once', { secure: 'tls' }, { secure: 'tls' }, 'trouble: tls'],
  [
    'a certificate for another name',
    { secure: 'tls' },
    { secure: 'tls', tls: { ...TRUSTED, servername: 'other.example' } },
    'trouble: tls',
  ],
  [
    'a certificate that expired',
    { secure: 'tls', certificate: 'expired' },
    { secure: 'tls', tls: { ...TRUSTED, ca: sinkAuthority('expired') } },
    'trouble: tls',
  ],
];

const SIGNED_IN: Row[] = [
  ['the password', {}, { auth: { user: 'sender', pass: PASSWORD } }, 'accepted 250'],
  ['a wrong password', {}, { auth: { user: 'sender', pass: 'wrong' } }, 'trouble: auth 535'],
  ['the token', {}, { auth: { user: 'sender', accessToken: PASSWORD } }, 'accepted 250'],
  ['a wrong token', {}, { auth: { user: 'sender', accessToken: 'wrong' } }, 'trouble: auth 535'],
  ['nothing', {}, {}, 'trouble: auth 530'],
];

describe('a relay with', () => {
  it.each(ENCRYPTED)('%s', async (_what, options, change, outcome) => {
    const { sink, sender } = await setUp(options, change);
    await sender.send([aMessage('1')]);
    expect(sender.outcomeOf('1').replace(/(tls) \d+$/, '$1')).toBe(outcome);
    expect(sink.rcpts).toHaveLength(outcome.startsWith('accepted') ? 1 : 0);
  });
});

describe('signing in with', () => {
  it.each(SIGNED_IN)('%s', async (_what, options, change, outcome) => {
    const { sink, sender } = await setUp(
      { ...options, secure: 'starttls', password: PASSWORD },
      { secure: 'starttls', tls: TRUSTED, ...change },
    );
    await sender.send([aMessage('1')]);
    expect(sender.outcomeOf('1')).toBe(outcome);
    expect(sink.mails).toHaveLength(outcome.startsWith('accepted') ? 1 : 0);
  });

  it('a relay that offers no sign-in is trouble', async () => {
    const { sender } = await setUp({}, { auth: { user: 'sender', pass: PASSWORD } });
    await sender.send([aMessage('1')]);
    expect(sender.outcomeOf('1')).toBe('trouble: auth');
  });

  it('a relay that hangs up on it is trouble', async () => {
    const relay = await startOddRelay({
      ...POLITE,
      EHLO: '250-odd\r\n250 AUTH PLAIN\r\n',
      AUTH: null,
    });
    const sender = startSender([
      aTransport({ port: relay.port, auth: { user: 'sender', pass: PASSWORD } }),
    ]);
    open.push(sender, relay);
    await sender.send([aMessage('1')]);
    expect(sender.outcomeOf('1')).toBe('trouble: auth');
  });
});

describe('a test of the connection', () => {
  it('says what sending would find', async () => {
    const auth = { user: 'sender', pass: PASSWORD };
    const { sink, sender } = await setUp(
      { secure: 'starttls', password: PASSWORD },
      { secure: 'starttls', tls: TRUSTED, auth },
    );
    expect(await sender.thread.test('relay')).toEqual({
      ok: true,
      value: { encrypted: true, authenticated: true },
    });
    expect(sink.rcpts).toEqual([]);
  });

  it('says why it cannot', async () => {
    const { sender } = await setUp({ secure: 'starttls' }, { secure: 'starttls' });
    expect(await sender.thread.test('relay')).toEqual({ ok: false, reason: 'tls' });
  });

  it('is of a transport that is configured', async () => {
    const { sender } = await setUp({}, {});
    expect(() => sender.thread.test('other')).toThrow(RangeError);
    await expect(sender.send([aMessage('1')], { transportId: 'other' })).rejects.toThrow(
      RangeError,
    );
  });
});
