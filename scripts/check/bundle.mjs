// What `strapi-plugin verify` does not look at: the built files themselves. A package that is only in
// devDependencies is bundled in silence, and a second React takes the admin down.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

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

const ADMIN_ENTRY = 'admin/index.mjs';
/** What is fetched when it is opened, and not before. */
const OPENED = {
  page: /(Page|App|Panel|Widget)\b/,
  desk: /DeskPage/,
  chart: /(Minutes|Growth)Chart/,
};

const STATIC = /\b(?:from|import)\s*["'](\.[^"']+)["']/g;
const ANY = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;

/** The files that `imports` lead to from `file`, itself first. */
function reachedFrom(file, imports, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, source] of read(file).matchAll(imports))
    reachedFrom(path.posix.join(path.posix.dirname(file), source), imports, known);
  return known;
}

function loadedTooEarly() {
  const early = [...reachedFrom(ADMIN_ENTRY, STATIC)].slice(1);
  return early
    .filter(
      (file) =>
        Object.values(OPENED).some((room) => room.test(file)) || /recharts/.test(read(file)),
    )
    .map((file) => `dist/${file} is loaded with the admin, before it is opened`);
}

function printSizes() {
  const all = [...reachedFrom(ADMIN_ENTRY, ANY)];
  const early = [...reachedFrom(ADMIN_ENTRY, STATIC)];
  const only = (room) => all.filter((file) => room.test(file));
  console.log(`admin with Strapi: ${sizeOf(early)} in ${early.length} files`);
  console.log(`admin when opened: ${sizeOf(all)} in ${all.length} files`);
  console.log(
    `of these the desk: ${sizeOf(only(OPENED.desk))}; the chart: ${sizeOf(only(OPENED.chart))}`,
  );
}

const sizeOf = (files) => {
  const codes = files.map(read);
  const kB = (sizes) => (sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1);
  const plain = kB(codes.map((code) => Buffer.byteLength(code)));
  return `${plain} kB, ${kB(codes.map((code) => gzipSync(code).length))} kB gzipped`;
};

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

problems.push(...loadedTooEarly());

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('dist holds our own code and nothing else');
printSizes();
process.exitCode = problems.length === 0 ? 0 : 1;
