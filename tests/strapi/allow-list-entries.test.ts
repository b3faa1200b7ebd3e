import { CAMPAIGN_UID } from '../../server/src/names';
import { ENTRY_PLUGINS } from '../../server/src/strapi/guard/other-routes';
import {
  bootBehindProxy,
  from,
  guardedOffice,
  HOME,
  knock,
  OFFICE,
  REFUSED,
  saidBy,
} from '../support/arrivals';
import { inRequest } from '../support/in-request';
import { campaignAt, hostCode, writeCampaign } from '../support/newsroom';
import { hire, PARTS, type Colleague } from '../support/staff';
import type { TestApp } from '../support/strapi';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly plugin: string;
  readonly config?: { readonly policies?: readonly unknown[] };
}

let app: TestApp;
let chief: Colleague;
let author: Colleague;
let campaign: string;
let routes: readonly Route[];

beforeAll(async () => {
  app = await bootBehindProxy();
  author = await hire(app, 'Ada', PARTS.author);
  campaign = await writeCampaign(author);
  ({ chief } = await guardedOffice(app));
  routes = ENTRY_PLUGINS.flatMap(routesOf);
});

afterAll(() => app.close());

/** Those of the running server that show entries of any kind. */
const routesOf = (plugin: string): readonly Route[] => {
  const routers = Object.values(app.strapi.plugin(plugin)?.routes ?? {}) as unknown as {
    readonly type?: string;
    readonly routes: readonly Omit<Route, 'plugin'>[];
  }[];
  return routers
    .filter(({ type }) => type !== 'content-api')
    .flatMap((router) => router.routes.map((route) => ({ ...route, plugin })));
};

const OF_A_TYPE = /:(model|uid|contentType)\b/;
const placeOf = ({ plugin, path }: Route): string =>
  `/${plugin}${path}`
    .replace(OF_A_TYPE, CAMPAIGN_UID)
    .replace(/:(id|sourceId|documentId)\b/, campaign)
    .replace(':targetField', 'createdBy');

describe("Strapi's own routes", () => {
  it('are asked about campaigns before anything else', () => {
    expect(routes.length).toBeGreaterThan(40);
    for (const { config } of routes) {
      expect(config?.policies?.[0]).toBe('plugin::countersign.campaigns-from-allowed-address');
    }
  });

  it('are closed from elsewhere where their path names the type, each of them', async () => {
    const named = routes.filter(({ path }) => OF_A_TYPE.test(path));
    expect(named.length).toBeGreaterThan(25);
    for (const route of named) {
      const answer = await knock(from(chief, HOME), route.method, placeOf(route));
      expect([route.path, ...saidBy(answer)]).toEqual([route.path, ...REFUSED]);
    }
  });

  it.each([
    ['/content-manager/uid/generate', { contentTypeUID: CAMPAIGN_UID, field: 'name', data: {} }],
    ['/content-manager/uid/check-availability', { contentTypeUID: CAMPAIGN_UID }],
    ['/i18n/content-manager/actions/get-non-localized-fields', { model: CAMPAIGN_UID }],
  ])('are closed from elsewhere where the body names it: %s', async (path, body) => {
    expect(saidBy(await from(chief, HOME).post(path, body))).toEqual(REFUSED);
  });

  it('are closed from elsewhere where a relation of the site leads to campaigns', async () => {
    const { attributes } = app.strapi.contentType('api::article.article');
    Object.assign(attributes, {
      letter: { type: 'relation', relation: 'oneToOne', target: CAMPAIGN_UID },
    });
    const answer = await from(chief, HOME).get(
      '/content-manager/relations/api::article.article/letter?_q=',
    );
    Reflect.deleteProperty(attributes, 'letter');
    expect(saidBy(answer)).toEqual(REFUSED);
  });

  it.each([
    `/Content-Manager/Collection-Types/${CAMPAIGN_UID}`,
    `/content-manager/collection-types/${encodeURIComponent(CAMPAIGN_UID)}`,
    `/content-manager/collection-types/${CAMPAIGN_UID}/`,
    `/content-manager/collection-types/${CAMPAIGN_UID.replace('c', '%63')}`,
    `/content-manager/collection-types/${CAMPAIGN_UID.toUpperCase()}`,
    `/content-manager/collection-types/${encodeURIComponent(encodeURIComponent(CAMPAIGN_UID))}`,
  ])('are closed behind the spelling %s as well', async (path) => {
    expect([403, 404]).toContain((await from(chief, HOME).get(path)).status);
  });

  it('read and write campaigns from the office as before', async () => {
    const here = from(author, OFFICE);
    await here.get(campaignAt()).expect(200);
    await here.get(campaignAt(campaign)).expect(200);
    await here.put(campaignAt(campaign), { preheader: 'From the office' }).expect(200);
  });

  it('show everything else from elsewhere', async () => {
    const there = from(chief, HOME);
    await there.get('/content-manager/collection-types/api::article.article').expect(200);
    await there.get('/content-manager/init').expect(200);
    await there.get('/i18n/locales').expect(200);
  });

  it('show of entries of every kind only the others from elsewhere', async () => {
    const recent = '/content-manager/homepage/recent-documents?action=update';
    const kindsFrom = async (address: string) => {
      const { body } = await from(chief, address).get(recent).expect(200);
      return body.data.map(({ contentTypeUid }: { contentTypeUid: string }) => contentTypeUid);
    };
    expect(await kindsFrom(OFFICE)).toContain(CAMPAIGN_UID);
    expect(await kindsFrom(HOME)).not.toContain(CAMPAIGN_UID);
  });
});

describe('whoever asks for campaigns by a way of their own', () => {
  const asked = (state: object, address: string) =>
    inRequest(
      app.strapi,
      state,
      async () => {
        const documents = app.strapi.documents(CAMPAIGN_UID);
        return [
          (await documents.findMany({})).length,
          (await documents.findOne({ documentId: campaign })) === null ? 0 : 1,
          (await documents.findFirst({})) === null ? 0 : 1,
          await documents.count({}),
        ];
      },
      { 'x-forwarded-for': address },
    );

  it.each([
    ['an admin session', { auth: { strategy: { name: 'admin' } } }],
    ['an admin token', { auth: { strategy: { name: 'admin-token' } } }],
    ['MCP', { auditSource: 'mcp' }],
  ])('finds them for %s in the office, and none elsewhere', async (_who, state) => {
    expect(await asked(state, HOME)).toEqual([0, 0, 0, 0]);
    expect(await asked(state, OFFICE)).toEqual([1, 1, 1, 1]);
  });

  it('finds them for the readers of the site, wherever they are', async () => {
    expect(await asked({}, HOME)).toEqual([1, 1, 1, 1]);
  });
});

it("leaves the site's own code alone, which asks for nobody", async () => {
  const made = await hostCode(app.strapi).create({ data: { name: 'By a program' } });
  expect(made.documentId).not.toBe('');
});
