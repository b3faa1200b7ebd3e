import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { PERMISSIONS, type Permission } from '../../server/src/names';
import { hire, hireSuperAdmin, type Colleague } from '../support/staff';
import { bootStrapi, type Caller, type TestApp } from '../support/strapi';
import { adminTokenOf, apiToken, siteUserWithRowId } from '../support/strangers';

const ADMIN = Object.entries<Endpoint>(ENDPOINTS).filter(([, { door }]) => door === 'admin');
const GUARDED = ADMIN.filter(([, { needs }]) => needs.length > 0);

let app: TestApp;
let nobodySpecial: Colleague;
const holders = new Map<Permission, Colleague>();
const strangers = new Map<string, Caller>();

beforeAll(async () => {
  app = await bootStrapi();
  nobodySpecial = await hire(app, 'Nobody', []);
  for (const permission of PERMISSIONS) {
    holders.set(permission, await hire(app, `Only ${permission}`, [permission]));
  }
  const chief = await hireSuperAdmin(app, 'Chief');
  strangers.set('no login', app.nobody);
  strangers.set('a bearer token of nobody', app.withToken('x'.repeat(40)));
  strangers.set('a full-access API token', await apiToken(app, 'full-access'));
  strangers.set('a read-only API token', await apiToken(app, 'read-only'));
  strangers.set(
    "a site user with a Super Admin's number",
    await siteUserWithRowId(app, chief.rowId),
  );
});

afterAll(() => app.close());

const MISSING = '0'.repeat(26);
const addressOf = ({ path }: Endpoint): string =>
  `/countersign${path.replace(':hash', 'f'.repeat(64)).replace(/:\w+/g, MISSING)}`;

const knock = (who: Caller, endpoint: Endpoint) => {
  const path = addressOf(endpoint);
  if (endpoint.method === 'GET') return who.get(path);
  if (endpoint.method === 'PUT') return who.put(path);
  return endpoint.method === 'DELETE' ? who.delete(path) : who.post(path);
};

describe.each(ADMIN)('%s', (_name, endpoint) => {
  it.each([
    'no login',
    'a bearer token of nobody',
    'a full-access API token',
    'a read-only API token',
    "a site user with a Super Admin's number",
  ])('is closed to %s', async (stranger) => {
    const { status } = await knock(strangerCalled(stranger), endpoint);
    expect(status).toBe(401);
  });
});

describe.each(GUARDED)('%s', (_name, endpoint) => {
  it('is closed to a colleague without any permission, in words', async () => {
    const { status, body } = await knock(nobodySpecial, endpoint);
    expect(status).toBe(403);
    expect(body.error.details.code).toBe('not-permitted');
    expect(body.error.message).toContain('Your role does not allow this');
  });

  it.each(PERMISSIONS)('answers to %s alone if and only if that is what it needs', async (one) => {
    const { status } = await knock(holderOf(one), endpoint);
    if (endpoint.needs.includes(one)) expect(status).not.toBe(403);
    else expect(status).toBe(403);
  });
});

it('says no in Japanese to who reads Japanese', async () => {
  const { body } = await app.withToken(nobodySpecial.token, 'ja').get('/countersign/campaigns');
  expect(body.error.message).toContain('権限がありません');
});

it('tells everybody who is signed in what they may do, and nothing about the others', async () => {
  const { body } = await holderOf('campaign.approve').get('/countersign/me').expect(200);
  expect(body.permissions).toEqual(['campaign.approve']);
  expect(JSON.stringify(body)).not.toContain('@');
});

it("lets an admin token do what its owner's part of it allows, and no more", async () => {
  const holder = holderOf('campaign.read');
  const token = await adminTokenOf(app, holder, ['campaign.read']);
  await token.get('/countersign/campaigns').expect(200);
  await token.get('/countersign/subscribers').expect(403);
});

it('finds the same guard behind other spellings of an address', async () => {
  for (const path of [
    '/CounterSign/Campaigns',
    '/countersign/campaigns/',
    '/countersign//campaigns',
  ]) {
    expect([401, 404]).toContain((await app.nobody.get(path)).status);
    expect([403, 404]).toContain((await nobodySpecial.get(path)).status);
  }
});

function holderOf(permission: Permission): Colleague {
  const holder = holders.get(permission);
  if (!holder) throw new Error(`nobody was hired for ${permission}`);
  return holder;
}

function strangerCalled(name: string): Caller {
  const stranger = strangers.get(name);
  if (!stranger) throw new Error(`there is no stranger called ${name}`);
  return stranger;
}
