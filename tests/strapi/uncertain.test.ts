import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import {
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  startNew,
  type Newsroom,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;

beforeAll(async () => {
  sink = await startSink();
  const relay = { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port), MAIL_CONNECTIONS: '1' };
  app = await bootStrapi({ env: relay });
  room = await openNewsroom(app);
  const people = ['ann', 'ben'].map((name) => ({
    ...{ email: `${name}@readers.example.test`, name, language: 'en' as const },
  }));
  await signUp(app.strapi, people);
  await readersOf(room.operator, people.length);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

/** Sent to two; the relay closed on the first after its dot. */
async function sentWithDoubt() {
  sink.script({ at: 'dot', answer: 'drop', times: 1 });
  const id = await startNew(room);
  await sentOut(room.operator, id);
  const [row] = await uncertainOf(id);
  if (!row) throw new Error('one should be uncertain');
  return { id, row, path: `/countersign/editions/${id}/deliveries/${row.id}` };
}

const uncertainOf = async (id: string) => {
  const list = `/countersign/editions/${id}/deliveries?state=uncertain`;
  const { body } = await room.operator.get(list).expect(200);
  return ENDPOINTS['reports.deliveries'].answer.parse(body).results;
};

it('is listed masked, with what is known of its dot', async () => {
  const before = Date.now();
  const { row } = await sentWithDoubt();
  expect(row).toMatchObject({ attempts: 1, because: null, dot: { transport: 'main' } });
  expect(row.dot?.at).toBeGreaterThanOrEqual(before);
  expect(row.subscriber.label).not.toContain('ann@');
});

it('is sent again by who controls sendings, and by nobody else', async () => {
  const { id, path } = await sentWithDoubt();
  for (const one of [room.author, room.approver]) await one.post(`${path}/resend`).expect(403);
  const { body } = await room.operator.post(`${path}/resend`).expect(200);
  expect(ENDPOINTS['sending.resend'].answer.parse(body).state).toBe('sending');
  await sentOut(room.operator, id);
  expect(await uncertainOf(id)).toEqual([]);
  const report = await room.operator.get(`/countersign/editions/${id}/report`).expect(200);
  expect(report.body.counts).toMatchObject({ accepted: 2, uncertain: 0 });
});

it('is closed by who controls sendings, once', async () => {
  const { id, path } = await sentWithDoubt();
  for (const one of [room.author, room.approver]) await one.post(`${path}/close`).expect(403);
  await room.operator.post(`${path}/close`).expect(200);
  expect(await uncertainOf(id)).toMatchObject([
    { because: 'closed', text: 'Closed by a person: not sent again' },
  ]);
  const again = await room.operator.post(`${path}/resend`).expect(409);
  expect(again.body.error.details.code).toBe('not-uncertain');
});
