import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { GOOD_IMPORTS, GOOD_TYPE_IMPORTS, HOUSE_RULES, WRONG_IMPORTS } from './planted';

interface Planted {
  readonly file: string;
  readonly code: string;
}

const IMPORT_RULE = 'house/who-may-import-whom';
const FLOW = 'server/src/flows/submit-campaign.ts';
const CYCLE = 'tests/house/cycle/here.ts';

const valueImport = ([file, source]: readonly [string, string]): Planted => ({
  file,
  code: `import { it } from '${source}'; export const kept = it;`,
});
const typeImport = ([file, source]: readonly [string, string]): Planted => ({
  file,
  code: `import type { It } from '${source}'; export type Kept = It;`,
});
const inFlow = (code: string): Planted => ({ file: FLOW, code });

const WRONG = WRONG_IMPORTS.map(valueImport);
const GOOD = [...GOOD_IMPORTS.map(valueImport), ...GOOD_TYPE_IMPORTS.map(typeImport)];
const WAYS = [
  "export { it } from '../adapters/clock';",
  "export * from '../adapters/clock';",
  "export const it = () => import('../adapters/clock');",
  "export type It = import('../adapters/clock').It;",
  "export const it = require('../adapters/clock');",
].map(inFlow);
const RULES = HOUSE_RULES.map(([what, file, code, rule]) => ({ what, file, code, rule }));

/** The rules that each planted text breaks; one linter for all of them, starting it is what costs. */
function lintAll(planted: readonly Planted[]): Map<Planted, string[]> {
  const linter = path.join(__dirname, 'lint-texts.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [linter], {
    input: JSON.stringify(planted),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const answers = JSON.parse(stdout) as string[][];
  return new Map(planted.map((text, index) => [text, answers[index] ?? []]));
}

const cycle = { file: CYCLE, code: readFileSync(path.join(__dirname, 'cycle/here.ts'), 'utf8') };
let broken: Map<Planted, string[]>;

beforeAll(() => {
  broken = lintAll([...WRONG, ...GOOD, ...WAYS, ...RULES, cycle]);
});

describe('the import table', () => {
  it.each(WRONG)('keeps $file from $code', (planted) => {
    expect(broken.get(planted)).toContain(IMPORT_RULE);
  });

  it.each(GOOD)('lets $file have $code', (planted) => {
    expect(broken.get(planted)).toEqual([]);
  });

  it.each(WAYS)('sees through $code', (planted) => {
    expect(broken.get(planted)).toContain(IMPORT_RULE);
  });
});

describe('the house rules', () => {
  it.each(RULES)('refuse $what', (planted) => {
    expect(broken.get(planted)).toContain(planted.rule);
  });

  it('refuse two files that import each other', () => {
    expect(broken.get(cycle)).toContain('import-x/no-cycle');
  });
});
