import type { Core } from '@strapi/types';
import { PERMISSIONS, PLUGIN_ID, type Permission } from '../names';

/** As the role's page shows them, in its one language. */
const DISPLAY: Readonly<Record<Permission, readonly [group: string, name: string]>> = {
  'campaign.read': ['Campaigns', 'See campaigns and editions, and stop everything'],
  'campaign.write': ['Campaigns', 'Write (besides the right on the Campaign type)'],
  'campaign.submit': ['Campaigns', 'Submit for review and withdraw'],
  'campaign.approve': ['Campaigns', 'Countersign or send back'],
  'campaign.schedule': ['Campaigns', 'Start a countersigned edition'],
  'campaign.control': ['Campaigns', 'Pause, resume and cancel'],
  'subscriber.read': ['Subscribers', 'See subscribers, masked'],
  'subscriber.reveal': ['Subscribers', 'Reveal one address, with a reason'],
  'subscriber.write': ['Subscribers', 'Suppress and lift'],
  'subscriber.erase': ['Subscribers', 'Erase'],
  'list.read': ['Lists', 'See lists and sources'],
  'list.write': ['Lists', 'Change lists'],
  'list.sync': ['Lists', 'Sync now'],
  'report.read': ['Reports', 'See reports'],
  'audit.read': ['Audit trail', 'See the audit trail'],
  'settings.read': ['Settings', 'See settings'],
  'settings.write': ['Settings', 'Change settings'],
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
  const [subCategory, displayName] = DISPLAY[uid];
  return { section: 'plugins', pluginName: PLUGIN_ID, uid, displayName, subCategory };
}
