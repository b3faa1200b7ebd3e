import { parseArgs } from 'node:util';

import { FAULTS, RANDOM_KILL } from './faults.mjs';
import { PLANTS } from './plants.mjs';

const DATABASES = ['sqlite', 'postgres', 'mysql'];
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
  const faults = Object.entries(FAULTS)
    .map(([name, fault]) => ({ name, fault }))
    .filter(({ fault: { needs = [] } }) => needs.every((need) => has.includes(need)))
    .filter(({ fault: { inCi = false } }) => inCi || !ci);
  const killed = (_, n) => ({ name: `random kill ${n + 1}`, fault: RANDOM_KILL });
  const all = [...faults, ...Array.from({ length: kills }, killed)];
  return all.filter(({ name }) => !wanted || name.includes(wanted));
}

const thereIn = ({ database, queue }) => [
  ...(database === 'sqlite' ? [] : [database, 'database of many']),
  ...(queue === 'redis' ? ['redis'] : []),
];
