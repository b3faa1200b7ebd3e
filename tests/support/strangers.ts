import { actionOf, ADMIN_USER_UID, USER_UID, type Permission } from '../../server/src/names';
import { onCampaigns, type Colleague, type ContentAct } from './staff';
import type { Caller, TestApp } from './strapi';

interface TokenService {
  create(token: object, by?: object): Promise<{ accessKey: string }>;
}

/** A content-API token, as Settings → API tokens makes them. */
export async function apiToken(
  app: TestApp,
  type: 'full-access' | 'read-only' | 'custom',
  scopes: readonly string[] = [],
): Promise<Caller> {
  const service = app.strapi.service('admin::api-token') as unknown as TokenService;
  const { accessKey } = await service.create({
    ...{ name: `${type} token`, description: '', type, lifespan: null },
    ...(type === 'custom' ? { permissions: scopes } : {}),
  });
  return app.withToken(accessKey);
}

/** A token that acts for its owner in the admin's API, with a part of what they may. */
export async function adminTokenOf(
  app: TestApp,
  owner: Colleague,
  permissions: readonly Permission[],
  onContent: readonly ContentAct[] = [],
): Promise<Caller> {
  const user = await app.strapi.db
    .query(ADMIN_USER_UID)
    .findOne({ where: { id: owner.rowId }, populate: ['roles'] });
  const service = app.strapi.service('admin::api-token-admin') as unknown as TokenService;
  const { accessKey } = await service.create(
    {
      ...{ name: `token of ${owner.name}`, description: '', lifespan: null, kind: 'admin' },
      adminPermissions: [
        ...permissions.map((permission) => ({ action: actionOf(permission), properties: {} })),
        ...onCampaigns(onContent),
      ].map((permission) => ({ subject: null, conditions: [], ...permission })),
    },
    user,
  );
  return app.withToken(accessKey);
}

/** A user of the site who was given the very number an admin user has. */
export async function siteUserWithRowId(app: TestApp, rowId: number): Promise<Caller> {
  const { strapi } = app;
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  await strapi.db.query(USER_UID).create({
    data: {
      id: rowId,
      ...{ username: `twin-${rowId}`, email: `twin-${rowId}@readers.example.test` },
      ...{ provider: 'local', confirmed: true, blocked: false, role: role.id },
    },
  });
  return asSiteUser(app, rowId);
}

/** A user of the site, signed in there. */
export async function asSiteUser(app: TestApp, rowId: number): Promise<Caller> {
  const { strapi } = app;
  const user = await strapi.db.query(USER_UID).findOne({ where: { id: rowId } });
  if (!user) throw new Error(`there is no site user ${rowId}`);
  const jwt: { issue(payload: object): string | Promise<string> } = strapi
    .plugin('users-permissions')
    .service('jwt');
  return app.withToken(await jwt.issue({ id: rowId }));
}
