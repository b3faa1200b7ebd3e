import type { Core } from '@strapi/strapi';

interface PermissionService {
  readonly conditionProvider: { registerMany(conditions: readonly object[]): Promise<unknown> };
}

/** What a site may narrow the rights on its newsletters to: everything about one list. */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const { conditionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await conditionProvider.registerMany([
    {
      ...{ name: 'newsletter-readers', displayName: 'The list "newsletter" and who is on it' },
      handler: () => ({ lists: { $in: ['newsletter'] } }),
    },
    {
      ...{ name: 'newsletter-campaigns', displayName: 'Campaigns to the list "newsletter"' },
      handler: () => ({ 'audience.include': { $in: ['newsletter'] } }),
    },
  ]);
}
