import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readJournal } from '../../server/src/domain/delivery/journal';
import { Journal } from '../../server/src/sender/journal';

const DOT = { at: 1_700_000_000_000, transport: 'relay' };
const FILE_BYTES = 1024;
const ACCEPTED = {
  kind: 'accepted',
  reply: { stage: 'dot', code: 250, enhanced: null, text: 'ok' },
} as const;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const aJournal = (fileBytes = FILE_BYTES): Journal =>
  new Journal({ directory, prefix: 'owner.1', writer: '1 2 3 4 5' }, fileBytes);
const files = (): string[] => readdirSync(directory).sort();
const marks = () =>
  new Map(
    files().flatMap((file) => [
      ...readJournal(readFileSync(join(directory, file), 'latin1')).marks,
    ]),
  );

/** Resolves to what the one who wants to write the dot is told. */
const noted = (journal: Journal, order: number, id: string) =>
  new Promise<unknown>((resolve) => journal.dot(order, id, DOT, resolve));

const fill = async (journal: Journal, order: number, count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) {
    await noted(journal, order, `${order}x${at}`);
    journal.reply(order, `${order}x${at}`, ACCEPTED);
  }
  await setImmediate();
};

describe("the sending thread's journal", () => {
  it('is on disk before the dot, and knows who wrote it', async () => {
    expect(await noted(aJournal(), 1, '7')).toBeNull();
    expect(files()).toEqual(['owner.1.1.journal']);
    const text = readFileSync(join(directory, 'owner.1.1.journal'), 'latin1');
    expect(readJournal(text)).toEqual({
      writer: '1 2 3 4 5',
      marks: new Map([['7', { kind: 'dot', dot: DOT }]]),
    });
  });

  it('has each reply on disk before the next dot, so a connection leaves one uncertain at most', async () => {
    const journal = aJournal();
    await noted(journal, 1, '7');
    journal.reply(1, '7', ACCEPTED);
    await noted(journal, 1, '8');
    expect([...marks()].map(([id, { kind }]) => [id, kind])).toEqual([
      ['7', 'accepted'],
      ['8', 'dot'],
    ]);
  });

  it('has the last reply on disk at the end of the turn', async () => {
    const journal = aJournal();
    await noted(journal, 1, '7');
    journal.reply(1, '7', ACCEPTED);
    await setImmediate();
    expect(marks().get('7')).toMatchObject({ kind: 'accepted' });
  });

  it('has its room before it needs it', async () => {
    await noted(aJournal(), 1, '7');
    expect(statSync(join(directory, 'owner.1.1.journal')).size).toBe(FILE_BYTES);
  });

  it('goes on in another file when one is full, and forgets nothing', async () => {
    const journal = aJournal();
    await fill(journal, 1, 100);
    expect(files().length).toBeGreaterThan(2);
    expect(marks().size).toBe(100);
    expect([...marks().values()].every(({ kind }) => kind === 'accepted')).toBe(true);
  });

  it('keeps what the ledger does not hold yet, and nothing else', async () => {
    const journal = aJournal();
    await fill(journal, 1, 100);
    await noted(journal, 2, '2x0');
    journal.settled(1);
    expect(files()).toHaveLength(1);
    expect(marks().get('2x0')).toEqual({ kind: 'dot', dot: DOT });
    journal.close();
    expect(files()).toHaveLength(1);
  });

  it('leaves nothing behind when the ledger holds all', async () => {
    const journal = aJournal();
    await fill(journal, 1, 100);
    journal.settled(1);
    journal.close();
    expect(files()).toEqual([]);
  });

  it('notes what is said in one turn at once, and tells everybody', async () => {
    const journal = aJournal();
    const told = await Promise.all(['7', '8', '9'].map((id) => noted(journal, 1, id)));
    expect(told).toEqual([null, null, null]);
    expect([...marks().keys()]).toEqual(['7', '8', '9']);
  });

  it('goes on when somebody has taken its files away', async () => {
    const journal = aJournal();
    await fill(journal, 1, 100);
    for (const file of files()) rmSync(join(directory, file));
    expect(() => journal.settled(1)).not.toThrow();
    await fill(journal, 2, 100);
    journal.settled(2);
    journal.close();
    expect(files()).toEqual([]);
  });

  it('refuses the dot when it cannot be written', async () => {
    const journal = aJournal();
    rmSync(directory, { recursive: true });
    expect(await noted(journal, 1, '7')).toMatchObject({ code: 'ENOENT' });
    expect(() => journal.reply(1, '7', ACCEPTED)).not.toThrow();
    await setImmediate();
  });
});
