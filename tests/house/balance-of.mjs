/** Reads books as JSON from stdin and prints what `balanceOf` says of each; Jest cannot import modules. */
import { readFileSync } from 'node:fs';

import { balanceOf } from '../../scripts/crash/balance.mjs';

const books = JSON.parse(readFileSync(0, 'utf8'));
const found = books.map(({ states, mayBe, ...others }) =>
  balanceOf({ ...others, states: new Map(Object.entries(states)) }, mayBe),
);
process.stdout.write(JSON.stringify(found));
