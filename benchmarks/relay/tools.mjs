import { existsSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/compile/root.mjs';

const FOLDER = path.join(ROOT, '.tmp/tools/bin');

/** smtp-sink and smtp-source, which `.ci/tools.sh` unpacks. */
export function tool(name) {
  const file = path.join(FOLDER, name);
  if (!existsSync(file)) throw new Error(`${name} is missing: run .ci/tools.sh first`);
  return file;
}
