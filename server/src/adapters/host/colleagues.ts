import type { Core } from '@strapi/types';
import type { Colleague } from '../../domain/access/colleague';
import { ADMIN_USER_UID, actionOf } from '../../names';
import type { Colleagues } from '../../ports';

interface AdminUser {
  readonly documentId: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly username: string | null;
  readonly isActive: boolean;
  readonly blocked: boolean;
  readonly roles: readonly { readonly id: number }[];
}

const mayNow = ({ isActive, mayApprove }: Colleague): boolean => isActive && mayApprove;

const PERMISSION_UID = 'admin::permission';

export function createColleagues(strapi: Core.Strapi): Colleagues {
  const readWhere = async (where: object, approving: ReadonlySet<number>): Promise<Colleague[]> => {
    const query = { where, populate: ['roles'], orderBy: { id: 'asc' } };
    const users: AdminUser[] = await strapi.db.query(ADMIN_USER_UID).findMany(query);
    return users.map((user) => shown(user, approving));
  };
  const findMany = async (people: readonly string[]): Promise<Colleague[]> => {
    const where = { documentId: { $in: [...people] } };
    const users = await readWhere(where, await rolesThatApprove(strapi));
    const found = new Map(users.map((user) => [user.id, user]));
    return people.flatMap((person) => found.get(person) ?? []);
  };
  return {
    findMany,
    find: async (person) => (await findMany([person]))[0] ?? null,
    approvers: async () => {
      const approving = await rolesThatApprove(strapi);
      const found = await readWhere({ roles: { id: { $in: [...approving] } } }, approving);
      return [...new Map(found.filter(mayNow).map((one) => [one.id, one])).values()];
    },
  };
}

/** Super Admin's rows are there as well: Strapi writes them at each boot. */
async function rolesThatApprove(strapi: Core.Strapi): Promise<ReadonlySet<number>> {
  const rows: { role: { id: number } | null }[] = await strapi.db
    .query(PERMISSION_UID)
    .findMany({ where: { action: actionOf('campaign.approve') }, populate: ['role'] });
  return new Set(rows.flatMap(({ role }) => role?.id ?? []));
}

const shown = (user: AdminUser, approving: ReadonlySet<number>): Colleague => ({
  id: user.documentId,
  name: nameOf(user),
  isActive: user.isActive && !user.blocked,
  mayApprove: user.roles.some(({ id }) => approving.has(id)),
});

/** Never the address: that is for those who may see users. */
const nameOf = ({ firstname, lastname, username }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || (username ?? '');
