import { PASSWORD, permissionsOf, SITE_OWNER, STAFF } from '../cast/staff.mjs';

const CAMPAIGN = 'plugin::countersign.campaign';

/** The first admin of an empty Strapi, signed in. */
export async function registerOwner(client) {
  const { data } = await client.post('/admin/register-admin', {
    ...SITE_OWNER,
    password: PASSWORD,
  });
  return client.as(data.token);
}

/** A role for each of the staff, an invitation by the owner, and the invitation taken. */
export async function inviteStaff(owner) {
  const scope = await scopeOf(owner);
  const staff = {};
  for (const [part, who] of Object.entries(STAFF)) {
    staff[part] = await inviteOne(owner, who, scope);
  }
  return { staff, scope };
}

export async function inviteOne(owner, who, scope) {
  const roleId = await makeRole(owner, who, scope);
  const { client, id } = await invite(owner, who, roleId);
  return { ...who, name: `${who.firstname} ${who.lastname}`, client, id, roleId };
}

/** The campaign's fields as the role page lists them, and the site's languages. */
async function scopeOf(owner) {
  const { data } = await owner.get('/admin/permissions');
  const subject = data.sections.collectionTypes.subjects.find(({ uid }) => uid === CAMPAIGN);
  const { children } = subject.properties.find(({ value }) => value === 'fields');
  const locales = await owner.get('/i18n/locales');
  return { fields: children.map(({ value }) => value), locales: locales.map(({ code }) => code) };
}

async function makeRole(owner, who, scope) {
  const { data } = await owner.post('/admin/roles', { name: who.role, description: 'of the demo' });
  await setPermissions(owner, data.id, permissionsOf(who, scope));
  return data.id;
}

export const setPermissions = (owner, roleId, permissions) =>
  owner.put(`/admin/roles/${roleId}/permissions`, { permissions });

async function invite(owner, { firstname, lastname, email }, role) {
  const invited = await owner.post('/admin/users', { firstname, lastname, email, roles: [role] });
  const { data } = await owner.as(undefined).post('/admin/register', {
    registrationToken: invited.data.registrationToken,
    userInfo: { firstname, lastname, password: PASSWORD },
  });
  return { client: owner.as(data.token), id: data.user.id };
}
