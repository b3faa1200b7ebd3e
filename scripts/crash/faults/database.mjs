import {
  backUp,
  fillDisk,
  freeDisk,
  restore,
  startDatabase,
  stopDatabase,
} from '../strikes/database.mjs';
import { inFlight, wait, whenIn } from '../strikes/moments.mjs';
import { kill, startAnew } from '../strikes/processes.mjs';
import { cutConnections } from '../strikes/services.mjs';

/** What is done to the database. */
export const OF_THE_DATABASE = {
  'database connections cut': {
    needs: ['postgres'],
    steps: [inFlight, cutConnections],
    uncertain: 0,
  },
  'database restarted': {
    needs: ['own database'],
    steps: [inFlight, stopDatabase('fast'), startDatabase],
    uncertain: 0,
  },
  'database crashed, there again after 5 s': {
    needs: ['own database'],
    steps: [inFlight, stopDatabase('immediate'), wait(5_000), startDatabase],
    uncertain: 0,
  },
  'disk full for the database at the freeze': {
    needs: ['small disk'],
    steps: [fillDisk, wait(4_000), freeDisk],
    uncertain: 0,
  },
  'disk full for the database in full flight': {
    needs: ['small disk'],
    steps: [inFlight, fillDisk, wait(5_000), freeDisk],
    uncertain: 0,
  },
};

/** Its seal is in the trail, and the mark beside the journals, a second after the edition was sent. */
const SEALED_MS = 2_500;

/** Leaves a database behind that knows less than it did. */
export const OF_AN_OLDER_DATABASE = {
  'an older database restored': {
    needs: ['sqlite'],
    steps: [
      inFlight,
      backUp,
      whenIn('sent'),
      wait(SEALED_MS),
      kill,
      restore,
      startAnew,
      whenIn('held'),
    ],
    uncertain: 0,
    ends: 'held',
    forgets: true,
  },
};
