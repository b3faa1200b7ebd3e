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

/** The journals of a folder. Makes the folder if it is missing. */
export function createJournals(directory: string, here: ProcessIdentity = ownIdentity()): Journals {
  mkdirSync(directory, { recursive: true });
  return {
    begin: (owner) => writeFileSync(join(directory, `${owner}.0.0${SUFFIX}`), headOf(here)),
    leftBehind: () => owners(directory).flatMap((owner) => readLeft(directory, owner, here)),
    bury: ({ files }) => removeFiles(files),
  };
}

const headOf = (here: ProcessIdentity): string => headerLine(identityWords(here));

/** What became of these deliveries when their thread died. */
export function settledByJournal(ids: readonly string[], files: readonly string[]): Settled[] {
  const marks = ids.length > 0 ? readMarks(files) : new Map<string, JournalMark>();
  return ids.map((deliveryId) => {
    const mark = marks.get(deliveryId);
    return { deliveryId, outcome: mark ? outcomeOfMark(mark) : CRASHED };
  });
}

export const removeFiles = (files: readonly string[]): void =>
  files.forEach((file) => rmSync(file, { force: true }));

/** `<owner>.<thread>.<number>.journal`, in the order they were written. */
export function journalFiles(directory: string, prefix: string): string[] {
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

function readLeft(directory: string, owner: string, here: ProcessIdentity): LeftJournal[] {
  const files = journalFiles(directory, owner);
  const writer = files.map((file) => readIdentity(writerOf(file) ?? '')).find(Boolean);
  // Without a first line its writer is only just beginning, or died before it had anything to say.
  if (!writer) return [];
  const life = lifeOf(writer, here);
  if (life === 'alive') return [];
  const isComplete = isOfThisBoot(writer, here);
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
