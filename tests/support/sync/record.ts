import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A situation in one column, and how it ended; `open` until everything that had to hold was seen to. */
interface Ending {
  readonly situation: string;
  readonly column: string;
  ended: string;
}

const FOLDER = path.join(__dirname, '../../../.tmp/sync');

/** For `npm run test:sync`, which prints it. */
export function createSyncTable() {
  const endings: Ending[] = [];
  return {
    /** Call what it returns when it has been seen how it ended. */
    note: (situation: string, column: string): ((ended: string) => void) => {
      const ending: Ending = { situation, column, ended: 'open' };
      endings.push(ending);
      return (ended) => void (ending.ended = ended);
    },
    write: (): void => {
      const database = process.env.COUNTERSIGN_TEST_DATABASE ?? 'sqlite';
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path.join(FOLDER, `${database}.json`), JSON.stringify({ database, endings }));
    },
  };
}
