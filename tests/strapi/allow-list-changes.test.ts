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
  saidBy,
  SETTING,
} from '../support/arrivals';
import { hireSuperAdmin, type Colleague } from '../support/staff';
import { makeDatabase, type StrapiDatabase } from '../support/strapi-database';
import type { Caller, TestApp } from '../support/strapi';
import { apiToken } from '../support/strangers';

const SECRET = { COUNTERSIGN_SECRET: 'the same one through all boots of it' };
const ELSEWHERE = [{ address: HOME, label: 'Home', scope: 'everything' }];

let database: StrapiDatabase;
let app: TestApp;
let chief: Colleague;
let second: Colleague;
let token: Caller;

const boot = (env: Readonly<Record<string, string>> = {}) =>
  bootBehindProxy({ database, env: { ...SECRET, ...env } });

beforeAll(async () => {
  database = await makeDatabase();
  app = await boot();
  second = await hireSuperAdmin(app, 'Second');
  token = await apiToken(app, 'read-only');
  ({ chief } = await guardedOffice(app));
});

afterAll(async () => {
  await app.close();
  await database.remove();
});

/** Proposed by the chief, confirmed by the second, both in the office. */
async function agreeOn(lines: readonly object[]): Promise<void> {
  const { body } = await from(chief, OFFICE).put(SETTING, { lines }).expect(200);
  const proposal = { proposal: body.proposal.id };
  await from(second, OFFICE).post(`${SETTING}/confirm`, proposal).expect(200);
}

describe('a change of the list', () => {
  it('never shuts out who saves it', async () => {
    const refused = await from(chief, OFFICE).put(SETTING, { lines: ELSEWHERE });
    expect(saidBy(refused)).toEqual([409, 'would-shut-out']);
    const { body } = await from(chief, OFFICE).get(SETTING).expect(200);
    expect(body.proposal).toBeNull();
  });

  it('says which lines cannot be used', async () => {
    const wrong = [...LIST, { address: 'office', label: '' }];
    const { body } = await from(chief, OFFICE).put(SETTING, { lines: wrong }).expect(422);
    expect(body.error.details.problems.map(({ where }: { where: string }) => where)).toEqual([
      ...['lines[1].address', 'lines[1].label'],
    ]);
  });

  it('waits for a second person, and then applies at once', async () => {
    const lines = [...LIST, ...ELSEWHERE];
    const { body } = await from(chief, OFFICE).put(SETTING, { lines }).expect(200);
    expect(body.proposal).toMatchObject({
      by: { name: 'Chief Example' },
      mayConfirm: { allowed: false, code: 'own-proposal' },
    });
    const proposal = { proposal: body.proposal.id };
    await from(chief, HOME).get(SETTING).expect(403);
    const own = await from(chief, OFFICE).post(`${SETTING}/confirm`, proposal);
    expect(saidBy(own)).toEqual([403, 'own-proposal']);
    const seen = await from(second, OFFICE).get(SETTING).expect(200);
    expect(seen.body.proposal.mayConfirm.allowed).toBe(true);
    await from(second, OFFICE).post(`${SETTING}/confirm`, proposal).expect(200);
    const now = await from(chief, HOME).get(SETTING).expect(200);
    expect(now.body).toMatchObject({ proposal: null, you: { address: HOME, hops: 1 } });
    expect(now.body.lines).toHaveLength(2);
    expect(now.body.lines[1]).toMatchObject({
      ...{ address: HOME, label: 'Home', origin: 'admin' },
      addedBy: { name: 'Chief Example' },
    });
  });

  it('may guard personal data more narrowly than the rest', async () => {
    await agreeOn([
      ...[...LIST, ...ELSEWHERE],
      { address: OFFICE, label: 'HR', scope: 'personal-data' },
    ]);
    const all = [...behind('admin'), ...behind('api')].map(([, endpoint]) => endpoint);
    for (const endpoint of all.filter(({ method, shows }) => method === 'GET' || shows)) {
      const { door, method, shows } = endpoint;
      const who = from(door === 'api' ? token : chief, HOME);
      const isRefused =
        codeOf(await knock(who, method, placeOf(endpoint))) === 'address-not-allowed';
      expect([endpoint.path, isRefused]).toEqual([endpoint.path, shows === 'personal-data']);
    }
    await from(chief, OFFICE).get('/countersign/subscribers').expect(200);
  });

  it('can be tried out for an address', async () => {
    const { body } = await from(chief, OFFICE).get(`${SETTING}/test?address=${HOME}`).expect(200);
    expect(body).toEqual({
      address: HOME,
      everything: {
        ...{ isAllowed: true, by: { address: HOME, label: 'Home' } },
        text: `Let in by “Home”, ${HOME}.`,
      },
      personalData: {
        ...{ isAllowed: false, by: null },
        text: 'Refused: it is on no line for personal data.',
      },
    });
    const wrong = await from(chief, OFFICE).get(`${SETTING}/test?address=office`);
    expect(saidBy(wrong)).toEqual([422, 'no-address']);
  });
});

describe('the configuration', () => {
  it('lets everybody back in when it says to forget what was saved', async () => {
    await app.close();
    app = await boot({ COUNTERSIGN_IGNORE_SAVED_LIST: 'true' });
    const back = await hireSuperAdmin(app, 'Back');
    const { body } = await from(back, '198.51.100.1').get(SETTING).expect(200);
    expect(body).toMatchObject({ ignoresSaved: true, lines: [{}, {}, {}] });
  });

  it('has lines of its own, which the admin shows and does not change', async () => {
    await app.close();
    app = await boot({
      ...{ COUNTERSIGN_IGNORE_SAVED_LIST: 'true', COUNTERSIGN_ALLOW: '198.51.100.0/24' },
    });
    process.env.COUNTERSIGN_ALLOW = '';
    const owner = await hireSuperAdmin(app, 'Owner');
    await from(owner, HOME).get(SETTING).expect(403);
    const { body } = await from(owner, '198.51.100.1').get(SETTING).expect(200);
    expect(body.lines[0]).toMatchObject({ address: '198.51.100.0/24', origin: 'configuration' });
  });

  it('is told where it lets clients forge their address, and no header is believed', async () => {
    await app.close();
    app = await boot({ PROXY_HOPS: '0', COUNTERSIGN_IGNORE_SAVED_LIST: 'true' });
    const reader = await hireSuperAdmin(app, 'Reader');
    const { body } = await reader.get('/countersign/set-up').expect(200);
    expect(body.missing.map(({ code }: { code: string }) => code)).toContain('proxy');
    const { body: list } = await from(reader, OFFICE).get(SETTING).expect(200);
    expect(list.you).toEqual({ address: '127.0.0.1', hops: 0 });
  });

  it('shuts a forger out who is not on the list', async () => {
    await app.close();
    app = await boot({ PROXY_HOPS: '0' });
    const forger = await hireSuperAdmin(app, 'Forger');
    const answer = await from(forger, OFFICE).get('/countersign/campaigns');
    expect(saidBy(answer)).toEqual([403, 'address-not-allowed']);
  });
});
