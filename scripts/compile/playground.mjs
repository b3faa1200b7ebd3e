import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { once } from './once.mjs';
import { ROOT } from './root.mjs';

const run = promisify(execFile);
const PLAYGROUND = path.join(ROOT, 'playground');

/** The playground's TypeScript as JavaScript in playground/dist, without its admin. */
export const compilePlayground = () =>
  once(
    {
      name: 'playground',
      sources: ['config', 'src', 'tsconfig.json'].map((part) => path.join(PLAYGROUND, part)),
      results: [path.join(PLAYGROUND, 'dist/config/plugins.js')],
    },
    () =>
      run(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc')], {
        cwd: PLAYGROUND,
      }),
  );
