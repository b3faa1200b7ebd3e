import type { Core } from '@strapi/strapi';
import { actionOf, type Permission } from '../../server/src/names';
import { CONTENT_ACTS, hire, onCampaigns, type Colleague } from './staff';
import type { TestApp } from './strapi';

interface Narrowed {
  readonly condition: string;
  readonly permissions: readonly Permission[];
  /** Those without the condition. */
  readonly everywhere?: readonly Permission[];
}

interface RoleService {
  assignPermissions(roleId: number, permissions: readonly object[]): Promise<unknown>;
}

/** With rights that hold on a condition, as Settings → Roles gives them; Strapi's own on the type without one. */
export async function hireOn(app: TestApp, name: string, narrowed: Narrowed): Promise<Colleague> {
  const somebody = await hire(app, name, []);
  await narrow(app.strapi, somebody, narrowed);
  return somebody;
}

/** What they hold from now on. */
export const narrow = (
  strapi: Core.Strapi,
  { roleId }: Colleague,
  { condition, permissions, everywhere = [] }: Narrowed,
) =>
  (strapi.service('admin::role') as unknown as RoleService).assignPermissions(roleId, [
    ...everywhere.map((one) => ({ action: actionOf(one) })),
    ...permissions.map((one) => ({ action: actionOf(one), conditions: [condition] })),
    ...onCampaigns(CONTENT_ACTS),
  ]);
