import type { Core } from '@strapi/types';
import { PERMISSIONS, PLUGIN_ID, type Permission } from '../names';
import { PERMISSION_WORDS } from './words/permissions';

/** Under which heading the role's page, which has one language, shows a permission. */
const GROUPS: Readonly<Record<string, string>> = {
  campaign: 'Campaigns',
  subscriber: 'Subscribers',
  list: 'Lists',
  report: 'Reports',
  audit: 'Audit trail',
  settings: 'Settings',
};

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<void> };
}

/**
 * Has to be awaited before anything in bootstrap that may fail: Strapi deletes what roles were granted
 * of actions it does not know when it has booted.
 */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(PERMISSIONS.map(actionOf));
}

function actionOf(uid: Permission): object {
  const [group = ''] = uid.split('.');
  const displayName = PERMISSION_WORDS[uid].en;
  const subCategory = GROUPS[group] ?? group;
  return { section: 'plugins', pluginName: PLUGIN_ID, uid, displayName, subCategory };
}
