import type { Core } from '@strapi/types';

const ROLE_UID = 'admin::role';

interface Role {
  readonly code: string;
  readonly name: string;
}

/** Which of these codes are no role of the admin. */
export async function unknownRoles(
  strapi: Core.Strapi,
  codes: readonly string[],
): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const where = { code: { $in: [...codes] } };
  const roles: Role[] = await strapi.db.query(ROLE_UID).findMany({ where, select: ['code'] });
  return codes.filter((wanted) => !roles.some(({ code }) => code === wanted));
}
