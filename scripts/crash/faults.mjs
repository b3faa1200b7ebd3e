import {
  again,
  answering,
  ask,
  atRandom,
  cutConnections,
  inFlight,
  kill,
  loseJournal,
  terminate,
  whenIn,
} from './strikes.mjs';

/** As the playground has them. */
const CONNECTIONS = 5;

/**
 * What is done to an edition that is being sent, step by step, and how many deliveries that may leave
 * uncertain. `before`: ahead of the start. `ends`: where the edition must come to rest.
 */
export const RANDOM_KILL = { steps: [atRandom, kill, again], uncertain: CONNECTIONS };

export const FAULTS = {
  'kill -9 before the freeze': { steps: [kill, again], uncertain: 0 },
  'kill -9 at the freeze': {
    steps: [whenIn('freezing', 'sending'), kill, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 as sending begins': { steps: [whenIn('sending'), kill, again], uncertain: CONNECTIONS },
  'kill -9 in full flight': { steps: [inFlight, kill, again], uncertain: CONNECTIONS },
  'kill -9, and again at the restart': {
    steps: [inFlight, kill, again, inFlight, kill, again],
    uncertain: 2 * CONNECTIONS,
  },
  'SIGTERM in full flight': { steps: [inFlight, terminate, again], uncertain: 0 },
  'journal lost with the kill': {
    steps: [inFlight, kill, loseJournal, again],
    uncertain: 2 * CONNECTIONS,
  },
  'paused, killed, resumed': {
    steps: [inFlight, ask('pause'), kill, again, ask('resume')],
    uncertain: CONNECTIONS,
  },
  'cancelled after the kill': {
    steps: [inFlight, kill, again, ask('cancel')],
    uncertain: CONNECTIONS,
    ends: 'cancelled',
  },
  'the relay answers 452 five times': {
    before: answering(...Array(5).fill('452 4.2.2 mailbox full')),
    steps: [],
    uncertain: 0,
    ends: 'sending',
  },
  'the relay answers 552 five times': {
    before: answering(...Array(5).fill('552 5.2.2 mailbox full')),
    steps: [],
    uncertain: 0,
  },
  'database connections cut': {
    only: 'postgres',
    steps: [inFlight, cutConnections],
    uncertain: 0,
  },
};
