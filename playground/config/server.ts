import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  // Behind as many proxies; without a number Strapi would believe what a client writes of itself.
  proxy: { koa: env.bool('PROXY', false), maxIpsCount: env.int('PROXY_HOPS', 0) },
  app: { keys: env.array('APP_KEYS', []) },
  // No look-up of newer versions from a development machine.
  logger: { updates: { enabled: false } },
  dirs: { public: env('PUBLIC_DIR', './public') },
});
