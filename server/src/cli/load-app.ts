import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Strapi from '@strapi/strapi';
import type { Core } from '@strapi/types';
import { PLUGIN_ID, PROCESS_ROLE, type ProcessRole } from '../names';

/** The host's Strapi, not one of our own: two copies are two of every global. */
type HostStrapi = Pick<typeof Strapi, 'createStrapi'>;

/**
 * The Strapi app in this folder, loaded and not serving: no port, no cron, no change of any table.
 *
 * @throws what Strapi or a plugin does not start with, the plugin's own refusals included
 */
export async function loadApp(appDir: string, role: ProcessRole): Promise<Core.Strapi> {
  const host = createRequire(path.join(appDir, 'package.json'));
  const { createStrapi } = host('@strapi/strapi') as HostStrapi;
  const strapi = createStrapi({ appDir, distDir: distOf(appDir), serveAdminPanel: false });
  strapi.config.set(PROCESS_ROLE, role);
  strapi.config.set('server.cron.enabled', false);
  // Tables are made by the process that serves. A worker of another version would change them under it.
  Object.assign(strapi.db.schema, { sync: async () => 'UNCHANGED' });
  await strapi.load();
  // Those that plugins have added, which the setting does not cover.
  strapi.cron.stop();
  return strapi;
}

/** @throws in words, in an app that has the plugin and does not use it */
export function serviceOf<Service>(strapi: Core.Strapi, name: string): Service {
  const plugin: Core.Plugin | undefined = strapi.plugins[PLUGIN_ID];
  if (!plugin) throw new Error('countersign: the plugin is not enabled in this app');
  return plugin.service<Service & Core.Service>(name);
}

/** Where `strapi build` puts the JavaScript of an app that is written in TypeScript. */
function distOf(appDir: string): string {
  if (!existsSync(path.join(appDir, 'tsconfig.json'))) return appDir;
  const dist = path.join(appDir, 'dist');
  if (existsSync(dist)) return dist;
  throw new Error(`${dist} is not there: build the app first, as you do for strapi start`);
}
