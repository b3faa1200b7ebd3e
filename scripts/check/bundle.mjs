// What `strapi-plugin verify` does not look at: the built files themselves. A package that is only in
// devDependencies is bundled in silence, and a second React takes the admin down.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const DIST = path.join(ROOT, 'dist');
const ENTRIES = ['admin/index.js', 'server/index.js', 'sender/index.js', 'cli/index.js'];

const { name, dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
const DECLARED = [name, ...Object.keys({ ...dependencies, ...peerDependencies })];

const read = (file) => readFileSync(path.join(DIST, file), 'utf8');
const filesThatEnd = (ending) =>
  readdirSync(DIST, { recursive: true }).filter((file) => ending.test(file));

/** `node_modules/react/index.js` is of `react`. */
const packageOf = (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

const bundledPackages = (map) => [
  ...new Set(JSON.parse(read(map)).sources.map(packageOf).filter(Boolean)),
];

const importedPackages = (code) =>
  [...code.matchAll(/(?:\brequire\(|\bfrom\s|\bimport\(|\bimport\s)["']([^."'][^"'\s]*)["']/g)].map(
    ([, source]) => source,
  );

const isDeclared = (source) =>
  isBuiltin(source) || DECLARED.some((known) => source === known || source.startsWith(`${known}/`));

const problems = [
  ...ENTRIES.filter((file) => !existsSync(path.join(DIST, file))).map((file) => `no dist/${file}`),
  ...filesThatEnd(/\.m?js\.map$/).flatMap((map) =>
    bundledPackages(map).map(
      (bundled) => `dist/${map} tells of a copy of ${bundled}: make it a dependency or a peer`,
    ),
  ),
  ...filesThatEnd(/\.m?js$/).flatMap((file) =>
    importedPackages(read(file))
      .filter((source) => !isDeclared(source))
      .map((source) => `dist/${file} imports ${source}, which package.json does not declare`),
  ),
];

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('dist holds our own code and nothing else');
process.exitCode = problems.length === 0 ? 0 : 1;
