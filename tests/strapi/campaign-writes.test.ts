import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { CAMPAIGN_UID, type Permission } from '../../server/src/names';
import { inRequest } from '../support/in-request';
import { campaignAt, hostCode, paragraph } from '../support/newsroom';
import { hire, hireSuperAdmin, PARTS, type Colleague } from '../support/staff';
import { apiToken } from '../support/strangers';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let strapi: Core.Strapi;
let author: Colleague;

beforeAll(async () => {
  app = await bootStrapi();
  ({ strapi } = app);
  author = await hire(app, 'Ada', PARTS.author);
});

afterAll(() => app.close());

const letter = { name: 'A letter', subject: 'Hello', body: [paragraph('Hello.')] };

describe('in the Content Manager', () => {
  it('needs a name', async () => {
    const { name: _name, ...nameless } = letter;
    await author.post(campaignAt(), nameless).expect(400);
    await author.post(campaignAt(), { ...nameless, name: '' }).expect(400);
  });

  it('shares name, audience, sender and time among the languages, and nothing else', async () => {
    const made = await author
      .post(campaignAt(), { ...letter, sender: 'gazette', replyTo: 'a@example.test' })
      .expect(201);
    const id: string = made.body.data.documentId;
    await author.put(campaignAt(id, 'ja'), { name: 'Renamed', subject: 'こんにちは' }).expect(200);
    const { body } = await author.get(campaignAt(id)).expect(200);
    expect(body.data).toMatchObject({ name: 'Renamed', subject: 'Hello', sender: 'gazette' });
  });

  it.each(['campaign.read', 'campaign.submit', 'campaign.approve'] as const)(
    "says no to Strapi's own right together with %s, in words",
    async (permission: Permission) => {
      const other = await hire(app, `Only ${permission}`, [permission], { contentManager: true });
      const { status, body } = await other.post(campaignAt(), letter);
      expect(status).toBe(403);
      expect(body.error.message).toContain('Your role does not allow this');
    },
  );

  it("says no to campaign.write without Strapi's own right", async () => {
    const other = await hire(app, 'Right only', ['campaign.write'], { contentManager: false });
    await other.post(campaignAt(), letter).expect(403);
  });
});

describe('publishing', () => {
  it.each(['publish', 'unpublish', 'discard'])('has nothing to %s, and says so', async (act) => {
    const { body } = await author.post(campaignAt(), letter).expect(201);
    const at = campaignAt(`${body.data.documentId}/actions/${act}`);
    const answer = await author.post(at, {}).expect(403);
    expect(answer.body.error.details.code).toBe('never-published');
    expect(answer.body.error.message).toContain('Submit it for review');
  });
});

describe('by any other door', () => {
  it('has no address at the content API, whatever the token', async () => {
    const token = await apiToken(app, 'full-access');
    for (const path of [
      '/api/campaigns',
      '/api/countersign/campaigns',
      '/api/countersign.campaigns',
    ]) {
      expect((await token.get(path)).status).toBe(404);
      expect([404, 405]).toContain((await token.post(path, { data: letter })).status);
    }
  });

  // What GraphQL, MCP and a site's own controllers do: they write in the request of somebody else.
  it.each(['content-api-token', 'users-permissions', 'something-new', undefined])(
    'is not written in the request of %s, whoever it says it is and may do',
    async (strategy) => {
      const state = strategy === undefined ? {} : { auth: { strategy: { name: strategy } } };
      const user = { id: author.rowId, documentId: author.id };
      const userAbility = { can: () => true };
      const refused = await inRequest(strapi, { ...state, user, userAbility }, () =>
        hostCode(strapi)
          .create({ data: letter })
          .catch((error: unknown) => error),
      );
      expect(refused).toBeInstanceOf(errors.PolicyError);
    },
  );

  it('is written by host code outside of a request', async () => {
    const made = await hostCode(strapi).create({ data: letter });
    expect(made.documentId).toEqual(expect.any(String));
  });
});

it('is not a type for GraphQL, the Content-Type Builder or draft and publish', () => {
  const { options, pluginOptions } = strapi.contentType(CAMPAIGN_UID);
  expect(options?.draftAndPublish).toBe(false);
  expect(pluginOptions).toMatchObject({
    'content-manager': { visible: true },
    'content-type-builder': { visible: false },
  });
});

it('keeps its table in the list of those that outlive the plugin', async () => {
  const kept = await strapi.store({ type: 'core' }).get({ key: 'persisted_tables' });
  const { tableName } = strapi.db.metadata.get(CAMPAIGN_UID);
  expect(kept).toContainEqual({ name: tableName, dependsOn: [] });
  const tables = await strapi.db.dialect.schemaInspector.getTables();
  const untracked = tables.filter((name) => name.startsWith(tableName) && name !== tableName);
  expect(untracked).toEqual([]);
});

it('lets a Super Admin write, too', async () => {
  const chief = await hireSuperAdmin(app, 'Chief');
  await chief.post(campaignAt(), letter).expect(201);
});
