import { OF_THE_CLOCK } from './faults/clock.mjs';
import { OF_AN_OLDER_DATABASE, OF_THE_DATABASE } from './faults/database.mjs';
import { OF_PEOPLE } from './faults/people.mjs';
import { OF_PROCESSES } from './faults/processes.mjs';
import { OF_SERVICES } from './faults/services.mjs';
import { OF_THE_RELAY } from './faults/relay.mjs';

export { RANDOM_KILL } from './faults/processes.mjs';

/**
 * What is done to an edition that is being sent, by name:
 *
 * - `steps`: one after the other, once somebody has asked for the start; `before`: ahead of that;
 * - `uncertain`, `skipped` (0): how many deliveries that may leave uncertain, or must leave skipped;
 * - `ends` (`sent`): where the edition must come to rest; `anyhow`: sent, or only deferred ones are left;
 * - `forgets`: the books are older than what went out, so that nobody can be told apart who got it;
 * - `wishedInMinutes`: it is scheduled for then, and nobody asks for a start; `isFrozen` (true): it comes to a freeze;
 * - `withinMs` (20 s): how soon after a restart it must be sending again;
 * - `needs`: what the run must have; `env`: what Strapi must have been started with, or a function of the site;
 * - `inCi`: it is one of the few that `--ci` plays.
 */
export const FAULTS = {
  ...OF_PROCESSES,
  ...OF_PEOPLE,
  ...OF_SERVICES,
  ...OF_THE_DATABASE,
  ...OF_THE_RELAY,
};

/** After all others: what they leave behind would be another fault to those that follow. */
export const LAST_FAULTS = { ...OF_AN_OLDER_DATABASE, ...OF_THE_CLOCK };
