/**
 * Who may import whom: the table of docs/architecture.md, read by `who-may-import-whom.mjs`.
 * What is not listed is a red build.
 *
 * `files` and `may` are path prefixes below the repository's root (a prefix ends in `/`, a file does not);
 * `types` may be imported with `import type` only; `packages` are names, `node:*` and `@strapi/*` are families.
 * The first row whose `files` fit is the row of a file.
 */
const SERVER = 'server/src/';
const at = (...paths) => paths.map((path) => SERVER + path);

const NAMES = at('names.ts');
const DOMAIN = at('domain/');
const PORTS = at('ports.ts', 'ports/');
const CONTRACTS = at('contracts/');
const WIRING = at('wiring.ts', 'wiring/');
const ENTRY = at('index.ts', 'register.ts', 'bootstrap.ts', 'destroy.ts');

export const IMPORT_TABLE = [
  { room: 'names', files: NAMES },
  { room: 'domain', files: DOMAIN, may: DOMAIN, packages: ['node:crypto', 'node:net', 'node:url'] },
  { room: 'ports', files: PORTS, types: [...PORTS, ...DOMAIN, ...NAMES] },
  {
    room: 'contracts',
    files: CONTRACTS,
    may: CONTRACTS,
    types: DOMAIN,
    packages: ['@strapi/utils'],
  },
  {
    room: 'flows',
    files: at('flows/'),
    may: [...DOMAIN, ...PORTS, ...NAMES],
    apart: { below: SERVER + 'flows/' },
  },
  {
    room: 'adapters',
    files: at('adapters/'),
    may: [...DOMAIN, ...PORTS, ...NAMES, ...at('adapters/store/rows.ts')],
    packages: ['*'],
    apart: { below: SERVER + 'adapters/', exceptFor: /(^|\/)choose-[a-z-]+\.ts$/ },
  },
  {
    room: 'sender',
    files: at('sender/'),
    may: [...at('sender/'), ...DOMAIN, ...PORTS],
    packages: ['nodemailer', 'node:*'],
  },
  {
    room: 'strapi',
    files: at('strapi/'),
    may: [...at('strapi/'), ...CONTRACTS, ...NAMES, ...DOMAIN],
    types: WIRING,
    packages: ['@strapi/*', 'node:*', 'koa'],
  },
  {
    room: 'config',
    files: at('config/'),
    may: [...at('config/'), ...DOMAIN, ...NAMES],
    types: PORTS,
    packages: ['@strapi/utils', 'node:*'],
  },
  {
    room: 'wiring and cli',
    files: [...WIRING, ...at('cli/')],
    may: [
      ...WIRING,
      ...at('cli/', 'config/', 'flows/', 'adapters/'),
      ...PORTS,
      ...DOMAIN,
      ...NAMES,
      'package.json',
    ],
    packages: ['@strapi/*', 'node:*'],
  },
  {
    room: 'entry',
    files: ENTRY,
    may: [...ENTRY, ...WIRING, ...at('strapi/', 'config/'), ...NAMES],
    packages: ['@strapi/*', 'node:*'],
  },
  {
    room: 'admin',
    files: ['admin/src/'],
    may: ['admin/src/', ...NAMES],
    types: CONTRACTS,
    packages: ['*'],
  },
];
