import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournals } from '../../server/src/adapters/mail/journals';
import {
  identityWords,
  lifeOf,
  ownIdentity,
  readIdentity,
  type ProcessIdentity,
} from '../../server/src/adapters/mail/process-identity';
import { dotLine, headerLine, outcomeLine } from '../../server/src/domain/delivery/journal';

const DOT = { at: 1_700_000_000_000, transport: 'relay' };
const here = ownIdentity();
/** Beyond the largest pid any kernel gives out. */
const NOBODY = 2 ** 30;
const aWriter = (change: Partial<ProcessIdentity> = {}): ProcessIdentity => ({
  ...here,
  ...change,
});

describe('the writer of a journal', () => {
  it.each<[string, Partial<ProcessIdentity>, string]>([
    ['this process', {}, 'alive'],
    ['a process that is gone', { pid: NOBODY }, 'dead'],
    ['one whose pid is somebody else’s by now', { startedAt: '1' }, 'dead'],
    ['one from before this machine was started', { boot: 'earlier' }, 'dead'],
    ['one in another container', { namespace: 'pid:[1]' }, 'unknown'],
    ['one on another machine', { host: 'elsewhere', boot: 'other' }, 'unknown'],
  ])('if it is %s', (_what, change, life) => {
    expect(lifeOf(aWriter(change), here)).toBe(life);
  });

  it('is read as it was written', () => {
    expect(readIdentity(identityWords(here))).toEqual(here);
    expect(readIdentity('nonsense')).toBeNull();
  });
});

describe('the journals of a folder', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const write = (name: string, writer: ProcessIdentity, lines: string): void =>
    writeFileSync(join(directory, name), headerLine(identityWords(writer)) + lines);
  const deferred = outcomeLine('7', { kind: 'deferred', reply: null });

  it('are read in the order they were written, the last word counting', () => {
    const dead = aWriter({ pid: NOBODY });
    write('a.1.9.journal', dead, dotLine('7', DOT));
    write('a.1.10.journal', dead, deferred);
    write('a.2.1.journal', dead, dotLine('8', DOT));
    const [left] = createJournals(directory).leftBehind();
    expect(left?.marks).toEqual(
      new Map([
        ['7', { kind: 'deferred', reply: null }],
        ['8', { kind: 'dot', dot: DOT }],
      ]),
    );
  });

  it('leave those of the living alone', () => {
    write('alive.1.1.journal', here, dotLine('1', DOT));
    write('dead.1.1.journal', aWriter({ pid: NOBODY }), dotLine('2', DOT));
    const left = createJournals(directory).leftBehind();
    expect(left.map(({ owner }) => owner)).toEqual(['dead']);
  });

  it('say when a line may be missing, and when nobody can tell whether the writer lives', () => {
    write('a.0.0.journal', aWriter({ boot: 'earlier' }), '');
    write('b.0.0.journal', aWriter({ host: 'elsewhere' }), '');
    expect(createJournals(directory).leftBehind()).toMatchObject([
      { owner: 'a', isProvenDead: true, isComplete: false },
      { owner: 'b', isProvenDead: false, isComplete: true },
    ]);
  });

  it('prove the death of who died before it had sent anything', () => {
    createJournals(directory, aWriter({ pid: NOBODY })).begin('early');
    createJournals(directory, here).begin('ours');
    const [left, ...others] = createJournals(directory).leftBehind();
    expect(left).toMatchObject({ owner: 'early', isProvenDead: true, isComplete: true });
    expect(left?.marks.size).toBe(0);
    expect(others).toEqual([]);
  });

  it('prove nothing of what they do not name once the first of them is gone', () => {
    const dead = aWriter({ pid: NOBODY });
    createJournals(directory, dead).begin('a');
    write('a.1.1.journal', dead, dotLine('1', DOT));
    const journals = createJournals(directory);
    expect(journals.leftBehind()).toMatchObject([{ isComplete: true }]);
    for (const journal of journals.leftBehind()) journals.bury(journal);
    write('a.1.2.journal', dead, dotLine('2', DOT));
    expect(journals.leftBehind()).toMatchObject([{ isProvenDead: true, isComplete: false }]);
  });

  it('are left for the next round if one of their files goes while they are read', () => {
    const dead = aWriter({ pid: NOBODY });
    write('a.0.0.journal', dead, '');
    symlinkSync(join(directory, 'gone'), join(directory, 'a.1.1.journal'));
    write('b.0.0.journal', dead, '');
    const left = createJournals(directory).leftBehind();
    expect(left.map(({ owner }) => owner)).toEqual(['b']);
  });

  it('are buried one owner at a time', () => {
    write('a.1.1.journal', aWriter({ pid: NOBODY }), '');
    write('b.1.1.journal', aWriter({ pid: NOBODY }), '');
    const journals = createJournals(directory);
    const [first] = journals.leftBehind();
    if (first) journals.bury(first);
    expect(readdirSync(directory)).toEqual(['b.1.1.journal']);
  });

  it('begin with an empty folder', () => {
    expect(createJournals(join(directory, 'new', 'folder')).leftBehind()).toEqual([]);
  });
});
