import type { Core } from '@strapi/types';
import { PLUGIN_ID } from '../names';
import { entranceOf } from './house';

interface PermissionService {
  readonly conditionProvider: { registerMany(conditions: readonly object[]): Promise<unknown> };
}

interface User {
  readonly documentId: string;
}

/**
 * What a role's rights can be narrowed to, those in the Content Manager too: so they speak of nothing
 * but the documents' own ids. As the role's page shows them, in its one language. Awaited as early as
 * permissions are, and for the same reason.
 */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const touchedBy = ({ documentId }: User) => entranceOf(strapi).rights.touchedBy(documentId);
  const shared = { plugin: PLUGIN_ID, category: 'Countersign' };
  const own = {
    ...{ ...shared, name: 'own-campaigns', displayName: 'Campaigns they had a hand in' },
    handler: async (user: User) => ({ documentId: { $in: await touchedBy(user) } }),
  };
  const others = {
    ...{ ...shared, name: 'others-campaigns', displayName: 'Campaigns they had no hand in' },
    // What is no document is no campaign of others either: a reader, a list.
    handler: async (user: User) => ({ documentId: { $exists: true, $nin: await touchedBy(user) } }),
  };
  const { conditionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await conditionProvider.registerMany([own, others]);
}
