import { buildAll } from '../demo/build.mjs';
import { castReaders } from '../demo/cast/readers.mjs';
import { PASSWORD, permissionsOf, SITE_OWNER, STAFF } from '../demo/cast/staff.mjs';
import { createClient } from '../demo/http/client.mjs';
import { inviteOne, setPermissions } from '../demo/http/people.mjs';
import { createPrinter } from '../demo/print/printer.mjs';
import { letPeopleSignUp } from '../demo/story/people.mjs';
import { setUp } from '../demo/story/set-up.mjs';
import { openWorld } from '../demo/world.mjs';

/** A site that is set up, its staff, and no reader yet: what a browser is pointed at. */
export async function openOffice() {
  // One person opens a desk in each language and theme, which is more often than Strapi lets anybody sign in.
  process.env.ADMIN_RATE_LIMIT = 'false';
  const printer = createPrinter(process.stderr);
  await buildAll(printer.note);
  const world = await openWorld('sqlite', printer);
  try {
    const house = await setUp(createClient(world.playground.publicUrl), printer);
    await letTheAuthorCountersign(house);
    await inviteOne(house.owner, VISITOR, house.scope);
    return {
      ...house,
      world,
      env: envOf(world),
      fill: (count) => fill({ count, world, staff: house.staff }, printer),
      close: world.close,
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** Somebody of the house who has nothing to do with newsletters. */
const VISITOR = {
  ...{ firstname: 'Vic', lastname: 'Visitor', email: 'visitor@example.org' },
  role: 'Demo visitor',
  ours: [],
  contentManager: [],
};

/** With the right, it is the rule that refuses and not the role. */
async function letTheAuthorCountersign({ owner, staff, scope }) {
  const right = {
    ...STAFF.author,
    ours: [...STAFF.author.ours, 'campaign.approve', 'report.read'],
  };
  await setPermissions(owner, staff.author.roleId, permissionsOf(right, scope));
}

const fill = ({ count, world, staff }, printer) =>
  letPeopleSignUp({ world, staff, crowd: castReaders().slice(0, count) }, printer);

/** Where the site and its mail are, and who signs in, for a process that knows nothing of us. */
function envOf({ playground, catcher }) {
  const people = { owner: SITE_OWNER, ...STAFF, visitor: VISITOR };
  const logins = Object.entries(people).map(([part, { email, firstname, lastname }]) => [
    part,
    { email, name: `${firstname} ${lastname}`, password: PASSWORD },
  ]);
  return {
    COUNTERSIGN_E2E_SITE: playground.publicUrl,
    COUNTERSIGN_E2E_INBOX: catcher.webUrl,
    COUNTERSIGN_E2E_PEOPLE: JSON.stringify(Object.fromEntries(logins)),
  };
}
