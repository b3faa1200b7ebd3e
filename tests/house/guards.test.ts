import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: string;
}

const ROOT = path.resolve(__dirname, '../..');
const SAY = `import('./scripts/gate/mutants.mjs').then((all) => console.log(JSON.stringify(all.MUTANTS)))`;

const guards = (): Mutant[] =>
  JSON.parse(spawnSync(process.execPath, ['-e', SAY], { cwd: ROOT, encoding: 'utf8' }).stdout);

it('knows each guard of the mutation check in its place, and tests for it', () => {
  const all = guards();
  expect(all.length).toBeGreaterThanOrEqual(15);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, file, find, replace, tests } of all) {
    const times = readFileSync(path.join(ROOT, file), 'utf8').split(find).length - 1;
    expect([name, times]).toEqual([name, 1]);
    expect(replace).not.toBe(find);
    expect(existsSync(path.join(ROOT, tests))).toBe(true);
  }
});
