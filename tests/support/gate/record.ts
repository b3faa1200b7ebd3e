import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Ended = 'refused' | 'harmless';

/** One combination and how it ended. */
export interface Ending {
  readonly door: string;
  readonly caller: string;
  /** A status, or a word. */
  readonly answer: string;
  /** `open` until everything that had to hold was seen to hold. */
  readonly ended: Ended | 'open';
}

export interface GateTable {
  /** Notes a knock; call what it returns when it has been seen how it ended. */
  note(knock: Omit<Ending, 'ended'>): (ended: Ended) => void;
  /** Leaves it where `npm run test:gate` finds what it prints. */
  write(): void;
}

const FOLDER = path.join(__dirname, '../../../.tmp/gate');

/** @param order of the tables, as they are printed */
export function createTable(order: number, title: string): GateTable {
  const endings: { ended: Ending['ended'] }[] = [];
  return {
    note: (knock) => {
      const ending: { ended: Ending['ended'] } = { ...knock, ended: 'open' };
      endings.push(ending);
      return (ended) => void (ending.ended = ended);
    },
    write: () => {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path.join(FOLDER, `${order}.json`), JSON.stringify({ title, endings }));
    },
  };
}
