import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournals } from '../../server/src/adapters/mail/journals';
import { outcomeOfMark } from '../../server/src/domain/delivery/journal';
import { aMessage, aTransport, startSender, type TestSender } from '../support/sending';
import { startSink, type Sink } from '../support/smtp-sink';

jest.setTimeout(30_000);

const CRASHING_WORKER = join(__dirname, '../support/crashing-worker.cjs');
const KILLED_SENDER = join(__dirname, '../support/killed-sender.cjs');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function aSink(): Promise<Sink> {
  const sink = await startSink({
    rules: [{ at: 'dot', to: 'reader2@example.com', answer: 'hold' }],
  });
  open.push(sink);
  return sink;
}

/** Whose thread died with the second of three messages behind its dot; `before` it did. */
async function crashed(before: (journals: string) => void = () => undefined): Promise<TestSender> {
  const sink = await aSink();
  const sender = startSender([aTransport({ port: sink.port, connections: 1 })], CRASHING_WORKER);
  open.push(sender);
  sender.thread.prepare('crash', []);
  const sent = sender.send(['1', '2', '3'].map((id) => aMessage(id)));
  await sink.until(() => sink.held === 1);
  before(sender.journalDirectory);
  sender.thread.forget('crash');
  await sent;
  return sender;
}

describe('when the thread dies', () => {
  it('says of each message what its journal knows, and starts anew', async () => {
    const sender = await crashed();
    expect(['1', '2', '3'].map(sender.outcomeOf)).toEqual([
      'accepted 250',
      'uncertain',
      'not-begun: crashed',
    ]);
    expect(sender.errors).toHaveLength(1);

    await sender.send([aMessage('4')]);
    expect(sender.outcomeOf('4')).toBe('accepted 250');
  });

  it('reports each delivery once, and removes the journal of the dead', async () => {
    const sender = await crashed();
    expect(sender.reported.map(({ deliveryId }) => deliveryId).sort()).toEqual(['1', '2', '3']);
    await sender.thread.close(1000);
    expect(readdirSync(sender.journalDirectory)).toEqual([]);
  });

  it('keeps the journal if what it said was not taken', async () => {
    const sink = await aSink();
    const sender = startSender([aTransport({ port: sink.port })]);
    open.push(sender);
    const onOutcomes = () => Promise.reject(new Error('the database is gone'));
    await expect(sender.send([aMessage('1')], { onOutcomes })).rejects.toThrow(
      'the database is gone',
    );
    await sender.thread.close(1000);
    // What was said, and the file its life began with.
    expect(readdirSync(sender.journalDirectory)).toHaveLength(2);
  });

  it.each([
    ['is gone', (directory: string) => rmSync(directory, { recursive: true })],
    [
      'was emptied',
      (directory: string) =>
        readdirSync(directory).forEach((name) => rmSync(join(directory, name))),
    ],
    [
      'cannot be read',
      (directory: string) => {
        for (const name of readdirSync(directory)) {
          rmSync(join(directory, name));
          mkdirSync(join(directory, name));
        }
      },
    ],
  ])('calls uncertain what had not been answered if its journal %s', async (_what, lose) => {
    const sender = await crashed(lose);
    expect(['2', '3'].map(sender.outcomeOf)).toEqual(['uncertain', 'uncertain']);
  });

  it('and cannot even start, brings everything back', async () => {
    const sink = await aSink();
    const sender = startSender([aTransport({ port: sink.port })], join(__dirname, 'missing.cjs'));
    open.push(sender);
    await sender.send([aMessage('1')]);
    expect(sender.outcomeOf('1')).toBe('not-begun: crashed');
  });
});

describe('when the journal cannot be written', () => {
  it('no dot is written either', async () => {
    const sink = await aSink();
    const sender = startSender([aTransport({ port: sink.port, connections: 1 })]);
    open.push(sender);
    rmSync(sender.journalDirectory, { recursive: true });
    await sender.send([aMessage('1'), aMessage('3')]);
    expect(['1', '3'].map(sender.outcomeOf)).toEqual(Array(2).fill('not-begun: no-journal'));
    expect(sink.mails).toEqual([]);
  });
});

describe('when the process is killed', () => {
  it('its journal tells what was accepted, what is uncertain, and nothing of the rest', async () => {
    const sink = await aSink();
    const directory = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
    const child = spawn(process.execPath, [KILLED_SENDER, String(sink.port), directory, 'owner']);
    await sink.until(() => sink.held === 1 && sink.mails.length >= 3);
    const journals = createJournals(directory);
    expect(journals.leftBehind()).toEqual([]);

    await kill(child);
    const [left] = journals.leftBehind();
    expect(left).toMatchObject({ owner: 'owner', isProvenDead: true, isComplete: true });
    const accepted = [...(left?.marks ?? [])].filter(([, { kind }]) => kind === 'accepted');
    const uncertain = [...(left?.marks ?? [])].filter(
      ([, mark]) => outcomeOfMark(mark).kind === 'uncertain',
    );
    expect(uncertain.map(([id]) => id)).toContain('2');
    expect(uncertain.length).toBeLessThanOrEqual(2);
    const known = new Set([...accepted, ...uncertain].map(([id]) => `reader${id}@example.com`));
    expect(sink.mails.flatMap(({ to }) => to).filter((to) => !known.has(to))).toEqual([]);

    if (left) journals.bury(left);
    expect(readdirSync(directory)).toEqual([]);
    rmSync(directory, { recursive: true });
  }, 30_000);
});

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
