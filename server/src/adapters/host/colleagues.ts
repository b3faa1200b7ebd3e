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

const PERMISSION_UID = 'admin::permission';

export function createColleagues(strapi: Core.Strapi): Colleagues {
  const findMany = async (people: readonly string[]): Promise<Colleague[]> => {
    const users: AdminUser[] = await strapi.db.query(ADMIN_USER_UID).findMany({
      where: { documentId: { $in: [...people] } },
      populate: ['roles'],
    });
    const approving = await rolesThatApprove(strapi);
    const found = new Map(users.map((user) => [user.documentId, shown(user, approving)]));
    return people.flatMap((person) => found.get(person) ?? []);
  };
  return { findMany, find: async (person) => (await findMany([person]))[0] ?? null };
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
