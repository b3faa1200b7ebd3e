import type { Core } from '@strapi/types';

/** What these roles of the admin are called, by code. */
export async function roleNames(
  strapi: Core.Strapi,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const where = { code: { $in: [...codes] } };
  const roles: Record<string, unknown>[] = await strapi.db
    .query('admin::role')
    .findMany({ where, select: ['code', 'name'] });
  return new Map(roles.map(({ code, name }) => [String(code), String(name)]));
}

/** In the order asked; of one that does not exist the code. */
export async function rolesNamed(strapi: Core.Strapi, codes: readonly string[]): Promise<string[]> {
  const names = await roleNames(strapi, codes);
  return codes.map((code) => names.get(code) ?? code);
}
