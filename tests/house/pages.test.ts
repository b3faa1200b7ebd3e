import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const read = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));

const PAGES = ['README.md', 'README.ja.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pagesIn('docs')];
const SCRIPTS: object = JSON.parse(read('package.json')).scripts;

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const isTest = (place: string): boolean =>
  ['', '.test.ts', '.test.tsx'].some((end) => existsSync(path.join(ROOT, place + end)));

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('links to no page that is not there', () => {
    const links = all(text, /\[[^\]]*\]\(([^):#]+)(?:#[^)]*)?\)/g);
    const isThere = (link: string) => existsSync(path.resolve(ROOT, path.dirname(page), link));
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  it('names no test that is not there', () => {
    const tests = all(text, /\b(tests\/[\w./-]*\w)/g);
    expect(tests.filter((place) => !isTest(place))).toEqual([]);
  });

  it('names no command that is not there', () => {
    // What stands with `npm run start` is run in the reader's own Strapi.
    const own = text.replaceAll('`npm run build && npm run start`', '');
    const commands = all(own, /\bnpm run ([\w:-]+)/g);
    expect(commands.filter((command) => !(command in SCRIPTS))).toEqual([]);
  });
});
