import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

/**
 * Tables that tests leave as files while they run, printed when they are through.
 *
 * @param of `name`: the folder below `.tmp`; `legend`: lines; `print` writes one table, `total` says what
 *   a list of endings adds up to. An ending that is `open` is what should not be.
 */
export function recordedTables({ name, legend, print, total }) {
  const folder = path.join(ROOT, '.tmp', name);
  const read = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  return {
    forgetTables: () => rmSync(folder, { recursive: true, force: true }),

    /** With totals. False: something was open, or there was nothing. */
    printTables: () => {
      const tables = existsSync(folder) ? readdirSync(folder).sort().map(read) : [];
      tables.forEach(print);
      const all = tables.flatMap(({ endings }) => endings);
      console.log(`\n${legend.join('\n')}\nAltogether ${total(all)}`);
      return all.length > 0 && all.every(({ ended }) => ended !== 'open');
    },
  };
}
