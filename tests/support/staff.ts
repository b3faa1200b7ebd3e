import type { Core } from '@strapi/strapi';
import { actionOf, CAMPAIGN_UID, type Permission } from '../../server/src/names';
import type { Caller, TestApp } from './strapi';

/** Somebody who works in the admin, signed in. */
export interface Colleague extends Caller {
  /** documentId */
  readonly id: string;
  /** The number a user of the site may have too. */
  readonly rowId: number;
  readonly roleId: number;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

export const PASSWORD = 'Countersign-me-1';

const FIELDS = [
  ...['name', 'subject', 'preheader', 'body'],
  ...['audience', 'sender', 'replyTo', 'wishedAt'],
];

export const CONTENT_ACTS = ['create', 'read', 'update', 'delete'] as const;
export type ContentAct = (typeof CONTENT_ACTS)[number];

/** What the Content Manager asks of a role besides our own permissions. */
export const onCampaigns = (acts: readonly ContentAct[]) =>
  acts.map((act) => ({
    action: `plugin::content-manager.explorer.${act}`,
    subject: CAMPAIGN_UID,
    properties: act === 'delete' ? { locales: LOCALES } : { fields: FIELDS, locales: LOCALES },
  }));

const LOCALES = ['en', 'ja'];

/** The parts of design.md §7: nobody can do another's. */
export const PARTS = {
  author: ['campaign.read', 'campaign.write', 'campaign.submit', 'list.read'],
  approver: ['campaign.read', 'campaign.approve', 'report.read'],
  operator: [
    ...(['campaign.read', 'campaign.schedule', 'campaign.control', 'report.read'] as const),
    ...(['list.read', 'list.sync', 'subscriber.read', 'subscriber.write'] as const),
  ],
} as const satisfies Record<string, readonly Permission[]>;

/** A role of their own, an account, and a sign-in over HTTP. */
export async function hire(
  app: TestApp,
  name: string,
  permissions: readonly Permission[],
  { contentManager = permissions.includes('campaign.write') } = {},
): Promise<Colleague> {
  const role = await roles(app.strapi).create({ name: `${name}'s part`, description: '' });
  const ours = permissions.map((permission) => ({ action: actionOf(permission) }));
  await roles(app.strapi).assignPermissions(role.id, [
    ...ours,
    ...(contentManager ? onCampaigns(CONTENT_ACTS) : []),
  ]);
  return employ(app, name, role.id);
}

interface ContentRight {
  readonly subject: string;
  readonly properties: { readonly fields: readonly string[] };
  readonly conditions: readonly string[];
}

/** Lets them read a content type besides what they may already. */
export async function giveContent(
  { strapi }: TestApp,
  { roleId }: Pick<Colleague, 'roleId'>,
  right: ContentRight,
): Promise<void> {
  const permissions = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: roleId } });
  const kept = permissions.map(({ action, subject, properties, conditions }) => ({
    ...{ action, subject, properties, conditions },
  }));
  const read = { action: 'plugin::content-manager.explorer.read', ...right };
  await roles(strapi).assignPermissions(roleId, [...kept, read]);
}

export const hireSuperAdmin = async (app: TestApp, name: string): Promise<Colleague> =>
  employ(app, name, (await roles(app.strapi).getSuperAdmin()).id);

async function employ(app: TestApp, name: string, roleId: number): Promise<Colleague> {
  const email = `${name.toLowerCase()}@staff.example.test`;
  const user = await users(app.strapi).create({
    ...{ email, firstname: name, lastname: 'Example', password: PASSWORD, isActive: true },
    roles: [roleId],
  });
  const answer = await app.nobody.post('/admin/login', { email, password: PASSWORD }).expect(200);
  const { token } = answer.body.data;
  return {
    ...app.withToken(token),
    ...{ id: user.documentId, rowId: user.id, roleId, name: `${name} Example`, email, token },
  };
}

interface RoleService {
  create(role: { name: string; description: string }): Promise<{ id: number }>;
  getSuperAdmin(): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: readonly object[]): Promise<unknown>;
}

interface UserService {
  create(user: object): Promise<{ id: number; documentId: string }>;
}

const roles = (strapi: Core.Strapi) => strapi.service('admin::role') as unknown as RoleService;
const users = (strapi: Core.Strapi) => strapi.service('admin::user') as unknown as UserService;
