import type { Core } from '@strapi/types';
import type { Colleague } from '../../domain/access/colleague';
import { mayOn, type Ability } from '../../domain/access/rights';
import { ADMIN_USER_UID, actionOf } from '../../names';
import type { CampaignEntries, Colleagues } from '../../ports';

interface AdminUser {
  readonly documentId: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly username: string | null;
  readonly isActive: boolean;
  readonly blocked: boolean;
  readonly roles: readonly { readonly id: number; readonly code: string }[];
}

/** By role; of one that holds the right on a condition each user has to be asked for. */
type Approving = ReadonlyMap<number, { readonly isConditional: boolean }>;

const mayNow = ({ isActive, mayApprove }: Colleague): boolean => isActive && mayApprove;

const PERMISSION_UID = 'admin::permission';

export function createColleagues(strapi: Core.Strapi, entries: CampaignEntries): Colleagues {
  const readWhere = async (
    where: object,
    approving: Approving,
    campaignId: string,
  ): Promise<Colleague[]> => {
    const query = { where, populate: ['roles'], orderBy: { id: 'asc' } };
    const users: AdminUser[] = await strapi.db.query(ADMIN_USER_UID).findMany(query);
    const mayApprove = createAsk(strapi, { approving, entries, campaignId });
    return inTurn(users, async (user) => shown(user, await mayApprove(user)));
  };
  const findMany = async (people: readonly string[], campaignId: string): Promise<Colleague[]> => {
    const where = { documentId: { $in: [...people] } };
    const users = await readWhere(where, await rolesThatApprove(strapi), campaignId);
    const found = new Map(users.map((user) => [user.id, user]));
    return people.flatMap((person) => found.get(person) ?? []);
  };
  return {
    findMany,
    find: async (person, campaignId) => (await findMany([person], campaignId))[0] ?? null,
    approvers: async (campaignId) => {
      const approving = await rolesThatApprove(strapi);
      const where = { roles: { id: { $in: [...approving.keys()] } } };
      const found = await readWhere(where, approving, campaignId);
      return [...new Map(found.filter(mayNow).map((one) => [one.id, one])).values()];
    },
  };
}

/** One after the other: inside a transaction there is one connection for all of them. */
async function inTurn<From, To>(
  all: readonly From[],
  each: (one: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await each(one));
  return done;
}

/** Super Admin's rows are there as well: Strapi writes them at each boot. */
async function rolesThatApprove(strapi: Core.Strapi): Promise<Approving> {
  const rows: { role: { id: number } | null; conditions: unknown }[] = await strapi.db
    .query(PERMISSION_UID)
    .findMany({ where: { action: actionOf('campaign.approve') }, populate: ['role'] });
  return new Map(
    rows.flatMap(({ role, conditions }) =>
      role
        ? [[role.id, { isConditional: Array.isArray(conditions) && conditions.length > 0 }]]
        : [],
    ),
  );
}

interface Asked {
  readonly approving: Approving;
  readonly entries: CampaignEntries;
  readonly campaignId: string;
}

interface PermissionService {
  readonly engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
}

/** Reads the campaign for those only whose right hangs on it. */
const createAsk =
  (strapi: Core.Strapi, { approving, entries, campaignId }: Asked) =>
  async (user: AdminUser): Promise<boolean> => {
    const held = user.roles.flatMap(({ id }) => approving.get(id) ?? []);
    if (held.some(({ isConditional }) => !isConditional)) return true;
    if (held.length === 0) return false;
    const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
    const ability = await engine.generateUserAbility(user);
    const campaign = (await entries.of([campaignId])).get(campaignId) ?? [];
    return mayOn(ability, actionOf('campaign.approve'), campaign);
  };

const shown = (user: AdminUser, mayApprove: boolean): Colleague => ({
  id: user.documentId,
  name: nameOf(user),
  isActive: user.isActive && !user.blocked,
  mayApprove,
  roles: user.roles.map(({ code }) => code),
});

/** Never the address: that is for those who may see users. */
const nameOf = ({ firstname, lastname, username }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || (username ?? '');
