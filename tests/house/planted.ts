const RULE = 'server/src/domain/reviews/rule.ts';
const FLOW = 'server/src/flows/submit-campaign.ts';
const QUEUE = 'server/src/adapters/queue/database-queue.ts';
const CONTROLLER = 'server/src/strapi/controllers/review.ts';
const CONTRACT = 'server/src/contracts/review.ts';
const CLIENT = 'admin/src/api/client.ts';

/** A file and what it may not import: at least one row for every row of the import table. */
export const WRONG_IMPORTS: readonly (readonly [string, string])[] = [
  ['server/src/names.ts', './domain/result'],
  [RULE, '../../names'],
  [RULE, '../../ports'],
  [RULE, '../../ports/clock'],
  [RULE, '../../flows/submit-campaign'],
  [RULE, '../../adapters/clock'],
  [RULE, 'node:fs'],
  [RULE, 'node:fs/promises'],
  [RULE, 'fs'],
  [RULE, 'mjml'],
  [RULE, '@strapi/utils'],
  ['server/src/ports/clock.ts', '../domain/ids'],
  ['server/src/ports.ts', './domain/ids'],
  [CONTRACT, '../domain/ids'],
  [CONTRACT, '../ports'],
  [CONTRACT, 'node:crypto'],
  [FLOW, './review-edition'],
  ['server/src/flows/submit-campaign/steps.ts', '../review-edition'],
  [FLOW, '../adapters/clock'],
  [FLOW, '../strapi/guard'],
  [FLOW, '../contracts/review'],
  [FLOW, 'nodemailer'],
  [FLOW, '@strapi/strapi'],
  [QUEUE, '../../flows/deliver-batch'],
  [QUEUE, '../../strapi/guard'],
  [QUEUE, '../store/editions'],
  ['server/src/adapters/clock.ts', './log'],
  ['server/src/adapters/clock.ts', '../sender/index'],
  ['server/src/sender/index.ts', '../flows/deliver-batch'],
  ['server/src/sender/index.ts', '../adapters/store/rows'],
  ['server/src/sender/index.ts', '@strapi/utils'],
  [CONTROLLER, '../../flows/review-edition'],
  [CONTROLLER, '../../adapters/store/editions'],
  [CONTROLLER, '../../wiring'],
  [CONTROLLER, 'nodemailer'],
  ['server/src/config/validate.ts', '../adapters/clock'],
  ['server/src/wiring.ts', './strapi/guard'],
  ['server/src/cli/worker.ts', '../strapi/guard'],
  ['server/src/bootstrap.ts', './flows/deliver-batch'],
  ['server/src/bootstrap.ts', './adapters/clock'],
  ['server/src/bootstrap.ts', './domain/ids'],
  [CLIENT, '../../../server/src/domain/ids'],
  [CLIENT, '../../../server/src/contracts/review'],
  ['admin/src/pages/Review.tsx', '../../../server/src/flows/review-edition'],
];

export const GOOD_IMPORTS: readonly (readonly [string, string])[] = [
  [RULE, '../result'],
  [RULE, 'node:crypto'],
  [CONTRACT, '@strapi/utils'],
  [CONTRACT, './errors'],
  [FLOW, '../domain/result'],
  [FLOW, '../names'],
  ['server/src/flows/submit-campaign/index.ts', './steps'],
  ['server/src/adapters/store/editions.ts', './rows'],
  [QUEUE, '../store/rows'],
  ['server/src/adapters/queue/choose-queue.ts', '../store/leases'],
  ['server/src/adapters/render/mjml.ts', 'mjml'],
  ['server/src/sender/index.ts', 'nodemailer/lib/smtp-connection'],
  ['server/src/sender/index.ts', './journal'],
  [CONTROLLER, '../../contracts/review'],
  [CONTROLLER, '../errors'],
  ['server/src/wiring.ts', './flows/review-edition'],
  ['server/src/wiring.ts', './adapters/clock'],
  ['server/src/cli/worker.ts', '../wiring'],
  ['server/src/bootstrap.ts', './wiring'],
  ['server/src/bootstrap.ts', './strapi/guard'],
  ['admin/src/index.ts', '../../server/src/names'],
  ['admin/src/pages/Review.tsx', '@strapi/design-system'],
];

/** What may be imported with `import type` and not otherwise. */
export const GOOD_TYPE_IMPORTS: readonly (readonly [string, string])[] = [
  ['server/src/ports/clock.ts', '../domain/result'],
  ['server/src/ports.ts', './ports/clock'],
  ['server/src/ports/world.ts', '../names'],
  [CONTRACT, '../domain/editions/states'],
  [FLOW, '../ports'],
  [CONTROLLER, '../../wiring'],
  [CLIENT, '../../../server/src/contracts/review'],
];

/** What is refused, where, the text, and the rule that says so. */
export const HOUSE_RULES: readonly (readonly [string, string, string, string])[] = [
  ['the clock', RULE, 'export const now = () => Date.now();\n', 'no-restricted-properties'],
  [
    'the clock in a flow',
    FLOW,
    'export const now = () => Date.now();\n',
    'no-restricted-properties',
  ],
  ['a date of now', RULE, 'export const now = () => new Date();\n', 'no-restricted-syntax'],
  ['chance', RULE, 'export const it = () => Math.random();\n', 'no-restricted-properties'],
  [
    'random bytes',
    RULE,
    "import { randomBytes } from 'node:crypto';\nexport const it = () => randomBytes(8);\n",
    'no-restricted-syntax',
  ],
  ['the environment', RULE, 'export const it = process.env;\n', 'no-restricted-globals'],
  ['any', RULE, 'export const it = (x: any) => x;\n', '@typescript-eslint/no-explicit-any'],
  [
    'any behind a comment that switches the rules off',
    RULE,
    '/* eslint-disable */\nexport const it = (x: any) => x;\n',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a bang',
    RULE,
    'export const it = (x?: string) => x!;\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'a value import of a type',
    RULE,
    "import { It } from '../result';\nexport type Kept = It;\n",
    '@typescript-eslint/consistent-type-imports',
  ],
  [
    'a silenced compiler',
    RULE,
    '// @ts-ignore\nexport const it = 1;\n',
    '@typescript-eslint/ban-ts-comment',
  ],
  [
    'a skipped test',
    'tests/domain/rule.test.ts',
    "it.skip('waits', () => undefined);\n",
    'no-restricted-syntax',
  ],
  [
    'a hook in a condition',
    'admin/src/pages/Review.tsx',
    "import { useState } from 'react';\nexport const It = ({ on }: { on: boolean }) => (on ? useState(0)[0] : 1);\n",
    'react-hooks/rules-of-hooks',
  ],
];
