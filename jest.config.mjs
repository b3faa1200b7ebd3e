/** ESM-only packages that tests import; everything else in node_modules is read as it is. */
const ESM_ONLY = [];

const common = {
  rootDir: import.meta.dirname,
  transform: {
    '^.+\\.(ts|tsx)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${['-', ...ESM_ONLY].join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '/playground/build/', '/.tmp/', '/.cache/'],
};

const project = (displayName, folders, rest = {}) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx}`),
  ...rest,
});

export default {
  projects: [
    project('domain', ['domain', 'flows', 'contracts', 'adapters', 'sender']),
    project('services', ['services'], { globalSetup: '<rootDir>/scripts/jest/build-strapi.mjs' }),
    project('strapi', ['strapi'], { globalSetup: '<rootDir>/scripts/jest/build-strapi.mjs' }),
    project('gate', ['gate'], { globalSetup: '<rootDir>/scripts/jest/build-strapi.mjs' }),
    project('sync', ['sync'], { globalSetup: '<rootDir>/scripts/jest/build-strapi.mjs' }),
    project('admin', ['admin'], { testEnvironment: 'jsdom' }),
    project('house', ['house']),
    project('e2e', ['e2e']),
    project('screens', [], { testMatch: ['<rootDir>/tests/e2e/**/*.screens.ts'] }),
  ],
  // Strapi's first start on a slow database of a busy machine; Jest knows one time for all projects.
  testTimeout: 120_000,
};
