import { parseArgs } from 'node:util';

import { FAULTS, LAST_FAULTS, RANDOM_KILL } from './faults.mjs';
import { PLANTS } from './plants.mjs';

const DATABASES = ['sqlite', 'postgres', 'mysql', 'own-postgres'];
const CI = { kills: 3, seed: '1' };

/** @throws in words, at what it does not know */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string' },
      seed: { type: 'string' },
      fault: { type: 'string' },
      database: { type: 'string', default: process.env.COUNTERSIGN_DEMO_DATABASE || 'sqlite' },
      queue: { type: 'string', default: 'database' },
      plant: { type: 'string' },
      ci: { type: 'boolean', default: false },
    },
  });
  oneOf('--database', values.database, DATABASES);
  oneOf('--queue', values.queue, ['database', 'redis']);
  if (values.plant) oneOf('--plant', values.plant, Object.keys(PLANTS));
  const defaults = values.ci ? CI : { kills: 20, seed: String(Date.now() % 1_000_000) };
  const { seed = defaults.seed, kills = defaults.kills, ...rest } = values;
  return { ...rest, seed, kills: Number(kills) };
}

function oneOf(option, value, known) {
  if (!known.includes(value)) throw new Error(`${option} must be one of ${known.join(', ')}`);
}

/** `{ name, fault }` of each edition that is sent: all, or those whose name has the wanted words in it. */
export function roundsOf({ kills, fault: wanted, ci, ...run }) {
  const has = thereIn(run);
  const played = (faults) =>
    Object.entries(faults)
      .map(([name, fault]) => ({ name, fault }))
      .filter(({ fault: { needs = [] } }) => needs.every((need) => has.includes(need)))
      .filter(({ fault: { inCi = false } }) => inCi || !ci);
  const killed = (_, n) => ({ name: `random kill ${n + 1}`, fault: RANDOM_KILL });
  const random = Array.from({ length: kills }, killed);
  const all = [...played(FAULTS), ...random, ...played(LAST_FAULTS)];
  return all.filter(({ name }) => !wanted || name.includes(wanted));
}

const POSTGRES = ['postgres', 'own-postgres'];

const thereIn = ({ database, queue, site }) => [
  ...(database === 'sqlite' ? ['sqlite'] : ['database of many']),
  ...(POSTGRES.includes(database) ? ['postgres'] : []),
  ...(database === 'own-postgres' ? ['own database'] : []),
  ...(site.database.disk ? ['small disk'] : []),
  ...(site.clock ? ['movable clock'] : []),
  queue === 'redis' ? 'redis' : 'queue in the database',
];

/** In words, what the faults that are not played would have wanted. */
export const missingIn = ({ database, clock }) => [
  ...('disk' in database && !database.disk ? ['no small disk may be mounted here'] : []),
  ...(clock ? [] : ['libfaketime is not there: .ci/tools.sh fetches it']),
];
