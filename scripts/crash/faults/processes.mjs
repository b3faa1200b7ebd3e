import { ask } from '../strikes/people.mjs';
import { atRandom, atRelay, inFlight, wait, whenIn } from '../strikes/moments.mjs';
import {
  again,
  block,
  bothAgain,
  dieAt,
  died,
  endSecond,
  goOn,
  joinSecond,
  kill,
  loseJournal,
  standStill,
  terminate,
} from '../strikes/processes.mjs';
import { relayGoesOn } from '../strikes/services.mjs';

/** As the playground has them. */
export const CONNECTIONS = 5;
/** Longer than the lease of a batch, 30 s. */
const PAST_THE_LEASE_MS = 36_000;

export const RANDOM_KILL = { steps: [atRandom, kill, again], uncertain: CONNECTIONS };

/** What is done to the processes. For the fields see `faults.mjs`. */
export const OF_PROCESSES = {
  'kill -9 before the freeze': { steps: [kill, again], uncertain: 0 },
  'kill -9 at the freeze': {
    steps: [whenIn('freezing', 'sending'), kill, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 half-way through the freeze': {
    inCi: true,
    before: dieAt('half-way through the freeze'),
    steps: [died, again],
    uncertain: 0,
  },
  'kill -9 after the freeze, before the first job': {
    needs: ['queue in the database'],
    before: dieAt('before the first job'),
    steps: [died, again],
    uncertain: 0,
  },
  'kill -9 after claim, before DATA': {
    steps: [atRelay('MAIL'), kill, relayGoesOn, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 in DATA': { steps: [atRelay('DATA'), kill, relayGoesOn, again], uncertain: CONNECTIONS },
  'kill -9 after the dot, before the 250': {
    steps: [atRelay('dot'), kill, relayGoesOn, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 after the 250, before settling': {
    inCi: true,
    steps: [atRelay('250'), kill, relayGoesOn, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 during settling': {
    inCi: true,
    before: dieAt('settling'),
    steps: [died, again],
    uncertain: CONNECTIONS,
  },
  'kill -9 as sending begins': { steps: [whenIn('sending'), kill, again], uncertain: CONNECTIONS },
  'kill -9 in full flight': {
    inCi: true,
    steps: [inFlight, kill, again],
    uncertain: CONNECTIONS,
  },
  'kill -9, and again at the restart': {
    steps: [inFlight, kill, again, inFlight, kill, again],
    uncertain: 2 * CONNECTIONS,
  },
  'SIGTERM in full flight': { inCi: true, steps: [inFlight, terminate, again], uncertain: 0 },
  'journal lost with the kill': {
    // Nobody can prove the death any more: the leases say it.
    withinMs: 45_000,
    steps: [inFlight, kill, loseJournal, again],
    uncertain: 2 * CONNECTIONS,
  },
  'paused, killed, resumed': {
    inCi: true,
    steps: [inFlight, ask('pause'), kill, again, ask('resume')],
    uncertain: CONNECTIONS,
  },
  'cancelled after the kill': {
    steps: [inFlight, kill, again, ask('cancel')],
    uncertain: CONNECTIONS,
    ends: 'cancelled',
  },
  'event loop blocked for 8 s': { steps: [inFlight, block(8_000)], uncertain: 0 },
  'SIGSTOP past the lease, SIGCONT': {
    steps: [inFlight, standStill, wait(PAST_THE_LEASE_MS), goOn],
    uncertain: 0,
  },
  'SIGSTOP, another takes over, SIGCONT': {
    needs: ['database of many'],
    steps: [
      inFlight,
      standStill,
      joinSecond,
      wait(PAST_THE_LEASE_MS),
      goOn,
      wait(3_000),
      endSecond,
    ],
    uncertain: CONNECTIONS,
  },
  'kill -9, and two start at once': {
    needs: ['database of many'],
    steps: [inFlight, kill, bothAgain, endSecond],
    uncertain: CONNECTIONS,
  },
  'kill -9 of one of two': {
    needs: ['database of many'],
    before: joinSecond,
    steps: [inFlight, kill, again, endSecond],
    uncertain: CONNECTIONS,
  },
};
