import { POLITE, startOddRelay, type Dialogue } from '../support/odd-relay';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';

jest.setTimeout(30_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

const OFFERED: Dialogue = { ...POLITE, EHLO: '250-odd.example\r\n250 PIPELINING\r\n' };

async function setUp(dialogue: Dialogue): Promise<{ heard: string[]; sender: TestSender }> {
  const relay = await startOddRelay(dialogue);
  const sender = startSender([
    aTransport({ port: relay.port, connections: 1, timeouts: { reply: 500 } }),
  ]);
  open.push(sender, relay);
  return { heard: relay.heard, sender };
}

const afterFirstDot = (heard: readonly string[]): readonly string[] =>
  heard.slice(heard.indexOf('.') + 1);

const two = [aMessage('1'), aMessage('2')];

describe('to a relay that takes several commands at once', () => {
  it('the next envelope goes out with the dot, before that is answered', async () => {
    const { heard, sender } = await setUp({ ...OFFERED, '.': null });
    await sender.send(two);
    expect(afterFirstDot(heard).slice(0, 3)).toEqual([
      'MAIL FROM:<b-2-k1-0@bounce.example.com>',
      'RCPT TO:<reader2@example.com>',
      'DATA',
    ]);
    expect(sender.outcomeOf('1')).toBe('uncertain');
  });

  it('no connection has more than one dot without an answer', async () => {
    const { heard, sender } = await setUp({ ...OFFERED, '.': null });
    await sender.send(two);
    const of = (verb: string) => heard.filter((line) => line.startsWith(verb));
    expect(of('.')).toHaveLength(of('EHLO').length);
    expect(two.map(({ deliveryId }) => sender.outcomeOf(deliveryId))).toEqual([
      'uncertain',
      'uncertain',
    ]);
  });

  it('a good-bye after a message costs the next no try', async () => {
    const { sender } = await setUp({ ...OFFERED, '.': '250 ok\r\n421 4.7.0 that was enough\r\n' });
    await sender.send(two);
    expect(two.map(({ deliveryId }) => sender.outcomeOf(deliveryId))).toEqual([
      'accepted 250',
      'accepted 250',
    ]);
  });
});

describe('to a relay that does not say so', () => {
  it('nothing follows the dot before it is answered', async () => {
    const { heard, sender } = await setUp({ ...POLITE, '.': null });
    await sender.send(two);
    expect(afterFirstDot(heard)[0]).toMatch(/^EHLO/);
  });
});
