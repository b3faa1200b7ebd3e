import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const LIBRARY = [
  path.join(ROOT, '.tmp/tools/faketime/libfaketimeMT.so.1'),
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
].find((file) => existsSync(file));

/** A clock for a process that is started with `env`: libfaketime's, which can be moved. Null without it. */
export function openClock(folder) {
  if (!LIBRARY) return null;
  const file = path.join(folder, 'clock');
  let hours = 0;
  const clock = {
    env: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Timers go on as on a machine whose clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    now: () => Date.now() + hours * 3_600_000,
    jump: (more) => {
      hours += more;
      writeFileSync(file, `+${hours}h`);
    },
  };
  clock.jump(0);
  return clock;
}
