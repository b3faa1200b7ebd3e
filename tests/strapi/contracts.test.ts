import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { USER_UID } from '../../server/src/names';
import {
  approve,
  openNewsroom,
  readersOf,
  SENDER,
  sentOut,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { apiToken } from '../support/strangers';
import { bootStrapi, type Caller, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let token: Caller;
/** What to put for `:id`, by the first word of the path. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  sink = await startSink({
    rules: [{ at: 'rcpt', to: 'b@readers.example.test', answer: '550 5.1.1 no' }],
  });
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  token = await apiToken(app, 'read-only');
  await signUp(
    app.strapi,
    ['a', 'b', 'c'].map((name) => ({
      email: `${name}@readers.example.test`,
      name,
      language: 'en',
    })),
  );
  await app.strapi.db
    .query('plugin::users-permissions.user')
    .update({ where: { username: 'c@readers.example.test' }, data: { newsletterConsent: false } });
  await readersOf(room.operator, 2);
  const campaigns = await writeCampaign(room.author);
  const edition = await submit(room.author, campaigns);
  await approve(room.approver, edition).expect(200);
  await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(200);
  await sentOut(room.operator, edition.id);
  await room.operator.post('/countersign/suppressions', { address: 'x@readers.example.test' });
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  const subscribers: string = body.results[0].id;
  const segment = { name: 'Readers', rule: { kind: 'list', list: 'newsletter' } };
  const segments = (await room.chief.post('/countersign/segments', segment).expect(201)).body.id;
  const wish = { id: 'made', contentType: USER_UID, list: { name: 'Made' }, fields: FIELDS };
  const sources = (await room.chief.post('/countersign/sources', wish).expect(201)).body.id;
  ids = { campaigns, sources, subscribers, segments, editions: edition.id, lists: 'newsletter' };
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const FIELDS = { email: 'email', consent: 'newsletterConsent' };

const readings = (door: Endpoint['door']) =>
  Object.entries<Endpoint>(ENDPOINTS).filter(
    ([, one]) => one.door === door && one.method === 'GET',
  );

const QUERIES: Readonly<Record<string, string>> = {
  '/settings/dns': `?sender=${SENDER.id}`,
  '/settings/allow-list/test': '?address=192.0.2.1',
};

const addressOf = ({ path }: Endpoint): string => {
  const [, room = ''] = path.split('/');
  return path.replace(':id', ids[room] ?? '') + (QUERIES[path] ?? '');
};

/** What the contract does not name is stripped by parsing: nothing may be there beyond it. */
const expectAsPromised = ({ answer }: Endpoint, body: unknown): void =>
  expect(answer.parse(body)).toEqual(body);

it.each(readings('admin'))('%s answers what its contract says', async (_name, endpoint) => {
  const { status, body } = await room.chief.get(`/countersign${addressOf(endpoint)}`);
  expect(status).toBe(200);
  expectAsPromised(endpoint, body);
});

it.each(readings('api'))('%s answers programs what its contract says', async (_name, endpoint) => {
  const { status, body, text } = await token.get(`/api/countersign${addressOf(endpoint)}`);
  expect(status).toBe(200);
  expectAsPromised(endpoint, endpoint.media === undefined ? body : text);
});

it('shows no address anywhere but at the one endpoint that reveals', async () => {
  for (const [, endpoint] of readings('admin')) {
    const { text } = await room.chief.get(`/countersign${addressOf(endpoint)}`);
    expect(text).not.toContain('@readers.example.test');
  }
  const place = `/countersign/subscribers/${ids.subscribers}/reveal`;
  const { body } = await room.chief.post(place, { reason: 'They asked me to' }).expect(200);
  expect(body.address).toMatch(/^[abc]@readers\.example\.test$/);
});

it.each([
  ['/countersign/editions?limit=0', 'query.limit'],
  ['/countersign/editions?limit=1000', 'query.limit'],
  ['/countersign/editions?state=open', 'query.state'],
  ["/countersign/editions?before=1'%20or%201=1--", 'query.before'],
  ['/countersign/campaigns/..%2f..', 'params.id'],
  ['/countersign/lists/newsletter/left-out?because=no-reason', 'query.because'],
])('says where in %s the mistake is', async (path, where) => {
  const { status, body } = await room.chief.get(path);
  expect(status).toBe(422);
  expect(body.error.details.problems.map((problem: { where: string }) => problem.where)).toEqual([
    where,
  ]);
});

it('pages through every row once', async () => {
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const path = `/countersign/editions/${ids.editions}/deliveries?limit=1${after}`;
    const { body } = await room.chief.get(path).expect(200);
    seen.push(...body.results.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toHaveLength(2);
  expect(new Set(seen).size).toBe(2);
});

it('keeps a malformed reason, a missing one and a long one out in words', async () => {
  const edition = await submit(room.author, await writeCampaign(room.author, 'Another'));
  const sendBack = (reason: unknown) =>
    room.approver.post(`/countersign/editions/${edition.id}/send-back`, { reason });
  for (const reason of ['', '   ', 'x'.repeat(501), 7, null, { $ne: 1 }]) {
    expect((await sendBack(reason)).status).toBe(422);
  }
  const { body } = await sendBack('Please mend\nthe second paragraph. 😀').expect(200);
  expect(body.state).toBe('sent-back');
});
