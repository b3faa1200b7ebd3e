import { errors } from '@strapi/utils';
import { ADMIN_USER_UID } from '../../server/src/names';
import { hireSuperAdmin, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

type Policy = (ctx: object, config: object, tools: object) => unknown;

let app: TestApp;
let chief: Colleague;
let user: object;

beforeAll(async () => {
  app = await bootStrapi();
  chief = await hireSuperAdmin(app, 'Chief');
  user = await app.strapi.db.query(ADMIN_USER_UID).findOne({ where: { id: chief.rowId } });
});

afterAll(() => app.close());

/**
 * Asked directly: before our routes Strapi's own sign-in has turned most of these away already, and we do
 * not want to lean on it.
 */
async function ask(name: string, strategy: string | null, config: object = {}): Promise<unknown> {
  const policy = app.strapi.policy(`plugin::countersign.${name}`) as unknown as Policy;
  const auth = strategy === null ? undefined : { strategy: { name: strategy } };
  const req = { headers: {}, socket: {} };
  const state = { auth, user, userAbility: { can: () => true, rulesFor: () => [{}] } };
  const ctx = { state, app: app.strapi.server.app, req, request: {} };
  try {
    return await policy(ctx, config, { strapi: app.strapi });
  } catch (refused) {
    return refused;
  }
}

const STRANGE = ['content-api-token', 'users-permissions', 'something-new', null];

describe('whoever carries a Super Admin, with every right,', () => {
  it.each(['admin', 'admin-token'])(
    'by the strategy %s is signed in, and permitted',
    async (one) => {
      expect(await ask('signed-in', one)).toBe(true);
      expect(await ask('permitted', one, { anyOf: ['campaign.approve'] })).toBe(true);
    },
  );

  it.each(STRANGE)('by the strategy %s is neither', async (one) => {
    expect(await ask('signed-in', one)).toBeInstanceOf(errors.UnauthorizedError);
    for (const anyOf of [[], ['campaign.approve']]) {
      expect(await ask('permitted', one, { anyOf })).toBeInstanceOf(errors.PolicyError);
    }
  });

  it('has no right that is not one of ours', async () => {
    expect(await ask('permitted', 'admin', { anyOf: ['everything'] })).toBeInstanceOf(
      errors.PolicyError,
    );
  });

  it.each(['admin', 'admin-token', 'users-permissions', 'something-new', null])(
    'by the strategy %s does not read for programs',
    async (one) => {
      expect(await ask('by-token', one)).toBeInstanceOf(errors.PolicyError);
    },
  );

  it('reads for programs by a content-API token', async () => {
    expect(await ask('by-token', 'content-api-token')).toBe(true);
  });
});
