import type { Permission } from '../../../server/src/names';
import { ENDPOINTS } from '../../../server/src/contracts/endpoints';
import type { Endpoint } from '../../../server/src/contracts/endpoint';
import type { Newsroom } from '../newsroom';
import { CONTENT_ACTS, hire, PARTS } from '../staff';
import { adminTokenOf, apiToken, asSiteUser } from '../strangers';
import type { Caller, TestApp } from '../strapi';
import type { CallerName } from './caller';

export type Callers = Readonly<Record<CallerName, Caller>>;

/** Everything a token or a role of the site could be given on our content API. */
const SCOPES = Object.entries<Endpoint>(ENDPOINTS)
  .filter(([, { door }]) => door === 'api')
  .map(([name]) => `plugin::countersign.${name}`);

/** All of `CALLERS`, on a newsroom that is open already. */
export async function gatherCallers(app: TestApp, room: Newsroom): Promise<Callers> {
  // One of the readers: both tables number their first row alike.
  const siteUser = await asSiteUser(app, room.chief.rowId);
  await giveSiteUsersOurApi(app);
  return {
    'no login': app.nobody,
    "site user with a Super Admin's number": siteUser,
    'full-access API token': await apiToken(app, 'full-access'),
    'custom API token': await apiToken(app, 'custom', SCOPES),
    visitor: await hire(app, 'Vic', []),
    author: room.author,
    approver: room.approver,
    operator: room.operator,
    'Super Admin': room.chief,
    "author's admin token": await adminTokenOf(app, room.author, PARTS.author, CONTENT_ACTS),
    "approver's admin token": await adminTokenOf(
      app,
      room.approver,
      PARTS.approver as readonly Permission[],
    ),
  };
}

/** As somebody could who sets up roles of the site without thinking. */
async function giveSiteUsersOurApi({ strapi }: TestApp): Promise<void> {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const action of SCOPES) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
}
