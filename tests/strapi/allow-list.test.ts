import {
  behind,
  bootBehindProxy,
  codeOf,
  from,
  guardedOffice,
  HOME,
  knock,
  LIST,
  OFFICE,
  placeOf,
  REFUSED,
  saidBy,
  SETTING,
} from '../support/arrivals';
import { campaignAt } from '../support/newsroom';
import { hireSuperAdmin, type Colleague } from '../support/staff';
import type { Caller, TestApp } from '../support/strapi';
import { adminTokenOf, apiToken } from '../support/strangers';

let app: TestApp;
let chief: Colleague;
let token: Caller;

beforeAll(async () => {
  app = await bootBehindProxy();
  ({ chief } = await guardedOffice(app));
  token = await apiToken(app, 'read-only');
});

afterAll(() => app.close());

describe.each(behind('admin'))('%s', (_name, endpoint) => {
  const { method } = endpoint;
  const place = placeOf(endpoint);

  it.each([
    ['elsewhere', HOME],
    ['elsewhere and writes the office first', `${OFFICE}, ${HOME}`],
    ['nowhere', ''],
    ['somewhere with a name', 'unknown'],
  ])('is closed to a Super Admin who is %s', async (_where, forwardedFor) => {
    expect(saidBy(await knock(from(chief, forwardedFor), method, place))).toEqual(REFUSED);
  });

  it('is closed to a Super Admin who comes past the proxy', async () => {
    expect(saidBy(await knock(chief, method, place))).toEqual(REFUSED);
  });

  it('says nothing of the list to who is not signed in', async () => {
    expect((await knock(from(app.nobody, HOME), method, place)).status).toBe(401);
  });
});

it.each(behind('api'))('%s is closed to a program that is elsewhere', async (_name, endpoint) => {
  const place = placeOf(endpoint);
  expect(saidBy(await from(token, HOME).get(place))).toEqual(REFUSED);
  expect((await from(token, OFFICE).get(place)).status).not.toBe(403);
});

it.each(behind('public'))('%s is open from everywhere', async (_name, endpoint) => {
  const { method } = endpoint;
  const outside = await knock(from(app.nobody, HOME), method, placeOf(endpoint));
  const inside = await knock(from(app.nobody, OFFICE), method, placeOf(endpoint));
  expect(outside.status).not.toBe(403);
  expect(outside.status).toBe(inside.status);
});

it.each([
  '/CounterSign/Campaigns',
  '/countersign/campaigns/',
  '/countersign//campaigns',
  '/countersign/%63ampaigns',
  '/countersign/./campaigns',
  '/countersign/campaigns?x=/api/countersign/openapi.json',
])('is closed behind the spelling %s as well', async (path) => {
  expect([403, 404]).toContain((await from(chief, HOME).get(path)).status);
});

it('is closed to an admin token that is elsewhere', async () => {
  const its = await adminTokenOf(app, chief, ['campaign.read']);
  expect(saidBy(await from(its, HOME).get('/countersign/campaigns'))).toEqual(REFUSED);
  await from(its, OFFICE).get('/countersign/campaigns').expect(200);
});

it('is open to who is in the office', async () => {
  for (const [, endpoint] of behind('admin').filter(([, { method }]) => method === 'GET')) {
    const answer = await from(chief, OFFICE).get(placeOf(endpoint));
    expect(codeOf(answer)).not.toBe('address-not-allowed');
  }
});

it('says so in one shape, in the language of who asks, and in the audit trail', async () => {
  const japanese = from(app.withToken(chief.token, 'ja'), HOME);
  for (const path of ['/countersign/campaigns', campaignAt()]) {
    const { body } = await japanese.get(path).expect(403);
    expect(body).toEqual({
      data: null,
      error: {
        ...{ status: 403, name: 'PolicyError' },
        message: expect.stringContaining('許可リストにないため'),
        details: { code: 'address-not-allowed' },
      },
    });
  }
  const { body } = await from(chief, OFFICE).get('/countersign/audit?act=allow-list.refuse');
  const noted = body.results.map(({ ip, text }: { ip: string | null; text: string }) => [ip, text]);
  // One row for each address and person, however often they knocked within the minute.
  expect(noted).toContainEqual([HOME, 'Came from an address not allowed']);
  expect(noted).toContainEqual([null, 'Came from an address not allowed']);
});

it('shows single readers where the narrower list lets in, also as somebody who gets a message', async () => {
  const lines = [...LIST, { address: OFFICE, label: 'Desk', scope: 'personal-data' }];
  const second = await hireSuperAdmin(app, 'Second');
  const { body } = await from(chief, OFFICE).put(SETTING, { lines }).expect(200);
  await from(second, OFFICE).post(`${SETTING}/confirm`, { proposal: body.proposal.id }).expect(200);
  const hall = from(chief, '192.0.2.8');
  expect(saidBy(await hall.get('/countersign/subscribers'))).toEqual(REFUSED);
  for (const [path, reader] of [
    ['campaigns/1/preview?locale=en', 'subscriber'],
    ['editions/1/message?locale=en', 'reader'],
  ]) {
    expect((await hall.get(`/countersign/${path}`)).status).toBe(404);
    expect(saidBy(await hall.get(`/countersign/${path}&${reader}=1`))).toEqual(REFUSED);
    expect((await from(chief, OFFICE).get(`/countersign/${path}&${reader}=1`)).status).toBe(404);
  }
});
