import {
  approve,
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  stateOf,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';

const READER = 'ann@readers.example.test';

let sink: Sink;
let app: TestApp;
let room: Newsroom;
const heard: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[] = [];

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  await signUp(app.strapi, [{ email: READER, name: 'Ann', language: 'en' }]);
  await readersOf(room.operator, 1);
  app.strapi.eventHub.subscribe(async (event, fields) => {
    if (event.startsWith('countersign.')) heard.push({ event, fields });
  });
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const underReview = async () => submit(room.author, await writeCampaign(room.author));
const eventsOf = (id: string): string[] =>
  heard.filter(({ fields }) => fields.edition === id).map(({ event }) => event);

it("tells the site's own code the way of an edition, from submit to the last message", async () => {
  const edition = await underReview();
  await approve(room.approver, edition).expect(200);
  await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(200);
  await sentOut(room.chief, edition.id);
  expect(eventsOf(edition.id)).toEqual([
    'countersign.edition.submitted',
    'countersign.edition.approved',
    'countersign.edition.sending',
    'countersign.edition.sent',
  ]);
});

it('tells that one was sent back', async () => {
  const { id } = await underReview();
  const reason = { reason: 'The date is wrong' };
  await room.approver.post(`/countersign/editions/${id}/send-back`, reason).expect(200);
  expect(eventsOf(id)).toEqual(['countersign.edition.submitted', 'countersign.edition.sent-back']);
});

it('tells that one is held, and why', async () => {
  const edition = await underReview();
  await approve(room.approver, edition).expect(200);
  await app.strapi.db
    .query('admin::user')
    .update({ where: { documentId: room.approver.id }, data: { isActive: false } });
  await room.operator.post(`/countersign/editions/${edition.id}/start`);
  const fields = { edition: edition.id, state: 'held', because: 'approver' };
  expect(heard.at(-1)).toEqual({ event: 'countersign.edition.held', fields });
});

it('holds nothing of anybody: no address, no name, no reason somebody wrote', () => {
  expect(heard.length).toBeGreaterThan(8);
  expect(JSON.stringify(heard)).not.toMatch(/@|Ann|Ada|date is wrong/);
});

it('is not disturbed by a listener that fails', async () => {
  const stop = app.strapi.eventHub.subscribe(async (event) => {
    if (event.startsWith('countersign.')) throw new Error('a bug of the site');
  });
  const { id } = await underReview();
  expect(await stateOf(room.chief, id)).toBe('in-review');
  stop();
});
