import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const SERVER = path.join(ROOT, 'server/src');
const PAGE = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');

const withoutEnding = (file: string): string => file.replace(/\.ts$/, '');
/** A file and the folder of its parts are one entry; an empty folder is none. */
const entriesOf = (folder: string): string[] => [
  ...new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => withoutEnding(file.split(path.sep)[0] ?? ''))
      .sort(),
  ),
];
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const partOf = (from: string, to: string): string =>
  PAGE.slice(PAGE.indexOf(from), PAGE.indexOf(to, PAGE.indexOf(from) + from.length));

/** A path as the page writes it is below the root, the server's or its tests' folder; its ending is optional. */
const exists = (place: string): boolean =>
  [ROOT, SERVER].some((base) =>
    ['', '.ts'].some((end) => existsSync(path.join(base, place + end))),
  );

describe('docs/architecture.md', () => {
  it('names every flow, and no flow that is not there', () => {
    const named = all(partOf('| arrow in the picture', '\n\n'), /`([a-z-]+)`/g);
    expect([...new Set(named)].sort()).toEqual(entriesOf(path.join(SERVER, 'flows')));
  });

  it('names everything that lies in server/src, and nothing that does not', () => {
    const tree = partOf('server/src/\n', 'admin/src/');
    const lines = all(tree, /^ {2}(\S.*?) {2,}/gm).flatMap((names) => names.split(/\s+/));
    const named = lines.map((name) => withoutEnding(name.replace(/\/$/, '')));
    expect([...new Set(named)].sort()).toEqual(entriesOf(SERVER));
  });

  it('sends nobody to a file that is not there', () => {
    const places = all(PAGE, /`([a-z]+(?:\/[\w.-]+)+\/?)`/g);
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((place) => !exists(place))).toEqual([]);
  });
});
