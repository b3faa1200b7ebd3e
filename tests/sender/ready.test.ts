import { join } from 'node:path';
import {
  aMessage,
  aTransport,
  SENDER_WORKER,
  startSender,
  type TestSender,
} from '../support/sending';
import { anEd25519Key } from '../support/dkim';
import { startSink, type Sink } from '../support/smtp-sink';

jest.setTimeout(30_000);

/** Only what is to be signed is made ready. */
const KEY = anEd25519Key();
const CRASHING_WORKER = join(__dirname, '../support/crashing-worker.cjs');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function setUp(workerPath = SENDER_WORKER): Promise<{ sink: Sink; sender: TestSender }> {
  const sink = await startSink();
  const sender = startSender([aTransport({ port: sink.port })], workerPath, [KEY]);
  open.push(sender, sink);
  return { sink, sender };
}

const messages = ['1', '2', '3'].map((id) => aMessage(id));
const readers = messages.map(({ to }) => to);

describe('messages that are ready', () => {
  it('go out when they are sent, once, and only those', async () => {
    const { sink, sender } = await setUp();
    sender.thread.ready(messages);
    await sender.send(messages.slice(0, 2));
    expect(sink.rcpts.slice().sort()).toEqual(readers.slice(0, 2));
  });

  it('can be sent after they were dropped', async () => {
    const { sink, sender } = await setUp();
    sender.thread.ready(messages);
    sender.thread.drop(['2', '3', 'never known']);
    await sender.send(messages);
    sender.thread.drop(['1']);
    expect(sink.rcpts.slice().sort()).toEqual(readers);
  });

  it('are sent though the thread that held them has died', async () => {
    const { sink, sender } = await setUp(CRASHING_WORKER);
    sender.thread.prepare('crash', []);
    sender.thread.ready(messages);
    const doomed = sender.thread.test('relay');
    sender.thread.forget('crash');
    await doomed;
    await sender.send(messages);
    expect(sink.rcpts.slice().sort()).toEqual(readers);
  });
});
