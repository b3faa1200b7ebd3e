import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMark } from '../domain/audit/mark';
import type { MarkKeeper } from '../ports';

const NAME = 'audit-mark.json';

/** A small file in a folder outside of the database; makes the folder if it is missing. */
export function createMarkFile(directory: string): MarkKeeper {
  const file = join(directory, NAME);
  return {
    read: async () => {
      try {
        return readMark(await readFile(file, 'utf8'));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    // Put in place whole: a reader, or a kill, meets the old mark or the new one.
    write: async (mark) => {
      await mkdir(directory, { recursive: true });
      const fresh = `${file}.${randomUUID()}`;
      await writeFile(fresh, `${JSON.stringify(mark)}\n`);
      await rename(fresh, file);
    },
  };
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
