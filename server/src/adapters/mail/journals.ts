import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  headerLine,
  outcomeOfMark,
  readJournal,
  type JournalMark,
} from '../../domain/delivery/journal';
import type { Outcome } from '../../domain/delivery/outcome';
import type { Journals, LeftJournal, NotBegun, Settled } from '../../ports';
import {
  identityWords,
  isOfThisBoot,
  lifeOf,
  ownIdentity,
  readIdentity,
  type ProcessIdentity,
} from './process-identity';

const SUFFIX = '.journal';
const CRASHED: NotBegun = { kind: 'not-begun', because: 'crashed' };
const UNCERTAIN: Outcome = { kind: 'uncertain' };

/** The journals of a folder. Makes the folder if it is missing. */
export function createJournals(directory: string, here: ProcessIdentity = ownIdentity()): Journals {
  mkdirSync(directory, { recursive: true });
  return {
    begin: (owner) => writeMarker(directory, `${owner}.0`, here),
    leftBehind: () => owners(directory).flatMap((owner) => readUnlessGone(directory, owner, here)),
    bury: ({ files }) => removeFiles(files),
  };
}

/** Stands before what is written under this prefix. Where it is missing, others of them may be missing too. */
export function writeMarker(directory: string, prefix: string, here = ownIdentity()): void {
  writeFileSync(markerOf(directory, prefix), headerLine(identityWords(here)));
}

const markerOf = (directory: string, prefix: string): string =>
  join(directory, `${prefix}.0${SUFFIX}`);

/** The files of one life of a thread, and what became of its deliveries. */
export interface LastWords {
  readonly files: readonly string[];
  settle(ids: readonly string[]): Settled[];
}

/** @throws if what is there cannot be read */
export function lastWordsOf(directory: string, prefix: string): LastWords {
  const files = journalFiles(directory, prefix);
  const marks = readMarks(files);
  // Of a life whose files are gone nobody can tell what had its dot out.
  const unmarked = files.includes(markerOf(directory, prefix)) ? CRASHED : UNCERTAIN;
  const outcomeOf = (mark?: JournalMark) => (mark ? outcomeOfMark(mark) : unmarked);
  return {
    files,
    settle: (ids) =>
      ids.map((deliveryId) => ({ deliveryId, outcome: outcomeOf(marks.get(deliveryId)) })),
  };
}

/** Of a life whose journal cannot be read. */
export const NO_WORDS: LastWords = {
  files: [],
  settle: (ids) => ids.map((deliveryId) => ({ deliveryId, outcome: UNCERTAIN })),
};

export const removeFiles = (files: readonly string[]): void =>
  files.forEach((file) => rmSync(file, { force: true }));

/** `<owner>.<thread>.<number>.journal`, in the order they were written. */
function journalFiles(directory: string, prefix: string): string[] {
  return journalNames(directory)
    .filter((name) => name.startsWith(`${prefix}.`))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(directory, name));
}

function owners(directory: string): string[] {
  return [...new Set(journalNames(directory).map((name) => name.slice(0, name.indexOf('.'))))];
}

/** None in a folder that somebody removed: what it said is lost, and nobody is helped by a crash. */
const journalNames = (directory: string): string[] =>
  existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(SUFFIX)) : [];

/** Its writer, or somebody who buries it, may take a file away while we look: the next round sees what is left. */
function readUnlessGone(directory: string, owner: string, here: ProcessIdentity): LeftJournal[] {
  const files = journalFiles(directory, owner);
  try {
    return readLeft(directory, owner, here);
  } catch (error) {
    if (files.every((file) => existsSync(file))) throw error;
    return [];
  }
}

function readLeft(directory: string, owner: string, here: ProcessIdentity): LeftJournal[] {
  const files = journalFiles(directory, owner);
  const writer = files.map((file) => readIdentity(writerOf(file) ?? '')).find(Boolean);
  // Without a first line its writer is only just beginning, or died before it had anything to say.
  if (!writer) return [];
  const life = lifeOf(writer, here);
  if (life === 'alive') return [];
  const isWhole = files.includes(markerOf(directory, `${owner}.0`));
  const isComplete = isWhole && isOfThisBoot(writer, here);
  return [{ owner, marks: readMarks(files), isProvenDead: life === 'dead', isComplete, files }];
}

const HEAD_BYTES = 1024;

/**
 * Looked for every few seconds while we send, in our own files too: four megabytes of each, mostly
 * padding, took a second of the main thread.
 */
function writerOf(file: string): string | null {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const bytes = readSync(handle, head, 0, HEAD_BYTES, 0);
    return readJournal(head.toString('latin1', 0, bytes)).writer;
  } finally {
    closeSync(handle);
  }
}

/** The last word on each delivery; the files come in the order they were written. */
const readMarks = (files: readonly string[]): Map<string, JournalMark> =>
  new Map(files.flatMap((file) => [...read(file).marks]));

const read = (file: string) => readJournal(readFileSync(file, 'latin1'));
