import type { Core } from '@strapi/types';
import { normaliseAddress } from '../../domain/subscribers/address';
import { ADMIN_USER_UID } from '../../names';
import type { ColleagueAddresses } from '../../ports';

interface AdminUser {
  readonly email: string | null;
  readonly preferedLanguage: string | null;
  readonly isActive: boolean | null;
  readonly blocked: boolean | null;
}

/** Read anew each time: what was known before must not be written to after a change. */
export const createColleagueAddresses = (strapi: Core.Strapi): ColleagueAddresses => ({
  of: async (person) => {
    const user: AdminUser | null = await strapi.db
      .query(ADMIN_USER_UID)
      .findOne({ where: { documentId: person } });
    if (!user?.isActive || user.blocked) return null;
    const address = normaliseAddress(user.email);
    return address.ok ? { ...address.value, language: user.preferedLanguage } : null;
  },
});
