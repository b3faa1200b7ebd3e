import path from 'node:path';

import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

// The plugin is the repository around the playground. The server reads this file from playground/dist/config,
// what builds the admin panel from playground/config: with one path for both the panel has no newsletters.
const IS_COMPILED = path.basename(path.dirname(__dirname)) === 'dist';
const PLUGIN_FOLDER = path.resolve(__dirname, IS_COMPILED ? '../../..' : '../..');

const dkim = (env: Env) => {
  const privateKey = env('DKIM_PRIVATE_KEY', '');
  const selector = env('DKIM_SELECTOR', 'newsletter');
  return privateKey ? [{ domain: env('DKIM_DOMAIN', 'example.org'), selector, privateKey }] : [];
};

const countersign = (env: Env) => ({
  publicUrl: env('PUBLIC_URL', `http://127.0.0.1:${env.int('PORT', 1337)}`),
  secret: env('COUNTERSIGN_SECRET', ''),
  worker: env('COUNTERSIGN_WORKER', 'inline'),
  redis: { url: env('REDIS_URL', ''), prefix: env('REDIS_PREFIX', 'countersign') },
  journalDir: env('COUNTERSIGN_JOURNAL_DIR', '.countersign/journal'),
  // Who makes all the accounts of a playground a minute before writes 0.
  approval: {
    accountQuietDays: env.int('COUNTERSIGN_ACCOUNT_QUIET_DAYS', 7),
    // What the tests add, as JSON.
    ...env.json('COUNTERSIGN_MORE_APPROVAL', {}),
  },
  exports: env('COUNTERSIGN_EXPORTS', 'off'),
  pages: env.json('COUNTERSIGN_PAGES', {}),
  allowList: {
    lines: env.array('COUNTERSIGN_ALLOW', []).filter(Boolean),
    ignoreSaved: env.bool('COUNTERSIGN_IGNORE_SAVED_LIST', false),
  },
  messagesPerSecond: env('MAIL_PER_SECOND') ? env.int('MAIL_PER_SECOND') : undefined,
  transports: [
    {
      id: 'main',
      host: env('MAIL_HOST', '127.0.0.1'),
      port: env.int('MAIL_PORT', 1025),
      secure: env.oneOf('MAIL_SECURE', ['none', 'starttls', 'tls'] as const, 'none'),
      connections: env.int('MAIL_CONNECTIONS', 5),
      timeouts: { reply: env.int('MAIL_REPLY_MS', 600_000) },
      // What the tests add, as JSON.
      ...env.json('COUNTERSIGN_MORE_OF_MAIN', {}),
    },
    ...env.json('COUNTERSIGN_MORE_TRANSPORTS', []),
  ],
  dkim: dkim(env),
  sources: [
    {
      id: 'users',
      contentType: 'plugin::users-permissions.user',
      list: 'newsletter',
      fields: {
        email: 'email',
        name: 'displayName',
        locale: 'language',
        consent: 'newsletterConsent',
        attributes: {
          plan: { field: 'plan', kind: 'text' },
          joined_on: { field: 'joinedOn', kind: 'date' },
          orders: { field: 'orders', kind: 'number' },
        },
      },
    },
    // What the tests add, as JSON.
    ...env.json('COUNTERSIGN_MORE_SOURCES', []),
  ],
  forms: env.json('COUNTERSIGN_FORMS', []),
});

const usersPermissions = (env: Env) => ({
  jwtSecret: env('JWT_SECRET', ''),
  register: { allowedFields: ['displayName', 'language', 'newsletterConsent'] },
  ratelimit: { enabled: env.bool('ADMIN_RATE_LIMIT', true) },
});

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: usersPermissions(env) },
  countersign: {
    enabled: env.bool('COUNTERSIGN_ENABLED', true),
    // Copied into an app that has the package among its dependencies, Strapi finds it there.
    ...(env.bool('COUNTERSIGN_INSTALLED', false)
      ? {}
      : { resolve: env('COUNTERSIGN_FOLDER', PLUGIN_FOLDER) }),
    config: countersign(env),
  },
});
