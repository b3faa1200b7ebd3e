import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

import whoMayImportWhom from './scripts/lint/who-may-import-whom.mjs';

const CODE = ['server/src/**/*.ts', 'admin/src/**/*.{ts,tsx}', 'strapi-*.ts'];
const TESTS = ['tests/**/*.{ts,tsx}'];

const TIME_IS_AN_ARGUMENT = 'Time and chance come in as arguments.';
const NO_HALF_TESTS = 'A test runs or is deleted.';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/build/**',
      '**/.cache/**',
      '**/.strapi/**',
      '**/.tmp/**',
      'playground/types/**',
      'coverage/**',
      'tests/golden/**',
      'tests/house/cycle/**',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'AbortSignal'],
          ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
          ...['AbortController', 'structuredClone', 'setImmediate', 'queueMicrotask'],
          ...['Response', 'Headers', 'FormData', 'Blob', 'TextDecoder', 'TextEncoder'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true, 'ts-check': true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  {
    files: CODE,
    plugins: { house: { rules: { 'who-may-import-whom': whoMayImportWhom } } },
    rules: { 'house/who-may-import-whom': 'error' },
  },
  {
    // A promise that nobody waits for is how a send gets lost.
    files: ['server/src/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['server/src/{domain,flows}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: TIME_IS_AN_ARGUMENT },
        { object: 'Math', property: 'random', message: TIME_IS_AN_ARGUMENT },
        { object: 'performance', property: 'now', message: TIME_IS_AN_ARGUMENT },
        { object: 'crypto', property: 'randomUUID', message: TIME_IS_AN_ARGUMENT },
        { object: 'crypto', property: 'getRandomValues', message: TIME_IS_AN_ARGUMENT },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: TIME_IS_AN_ARGUMENT,
        },
        { selector: "CallExpression[callee.name='Date']", message: TIME_IS_AN_ARGUMENT },
        {
          selector:
            "ImportDeclaration[source.value='node:crypto'] ImportSpecifier[imported.name=/^random/]",
          message: TIME_IS_AN_ARGUMENT,
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'strapi'],
      ],
    },
  },
  {
    files: ['admin/src/**/*.{ts,tsx}', 'tests/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
          message: NO_HALF_TESTS,
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
          message: NO_HALF_TESTS,
        },
      ],
    },
  },
);
