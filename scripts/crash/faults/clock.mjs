import { jumpClock } from '../strikes/clock.mjs';
import { whenIn } from '../strikes/moments.mjs';
import { kill, startAnew } from '../strikes/processes.mjs';

/** More than the window of a countersignature for a wished time, which is an hour. */
const FAR_HOURS = 26;

const scheduled = {
  needs: ['movable clock', 'sqlite'],
  env: ({ clock }) => clock.env,
  wishedInMinutes: 90,
  uncertain: 0,
  ends: 'held',
  isFrozen: false,
};

/** Nothing goes out late by itself. They leave a clock behind that is far ahead. */
export const OF_THE_CLOCK = {
  'the clock jumps past the wished time': {
    ...scheduled,
    steps: [jumpClock(FAR_HOURS), whenIn('held')],
  },
  'the clock jumps past the wished time while all is down': {
    ...scheduled,
    steps: [kill, jumpClock(FAR_HOURS), startAnew, whenIn('held')],
  },
};
