import type { Core } from '@strapi/types';
import { mayOn, type Ability } from '../../domain/access/rights';
import { ADMIN_USER_UID, actionOf } from '../../names';
import type { Exporters } from '../../ports';

interface AdminUser {
  readonly isActive: boolean;
  readonly blocked: boolean;
}

interface PermissionService {
  readonly engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
}

/** As their roles are now, with the conditions these set; Super Admin's rows are there as well. */
export const createExporters = (strapi: Core.Strapi): Exporters => ({
  may: async (person, listId) => {
    const query = { where: { documentId: person }, populate: ['roles'] };
    const user: AdminUser | null = await strapi.db.query(ADMIN_USER_UID).findOne(query);
    if (!user || !user.isActive || user.blocked) return false;
    const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
    const ability = await engine.generateUserAbility(user);
    return mayOn(ability, actionOf('subscriber.export'), [{ id: listId, lists: [listId] }]);
  },
});
