import {
  approve,
  campaignAt,
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
import { hire, PARTS, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let otherApprover: Colleague;

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  otherApprover = await hire(app, 'Cho', PARTS.approver);
  const users = ['a', 'b', 'c'].map((name) => ({
    ...{ email: `${name}@readers.example.test`, name, language: 'en' as const },
  }));
  await signUp(app.strapi, users);
  await readersOf(room.operator, users.length);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const inReview = async () => {
  const campaignId = await writeCampaign(room.author);
  return { campaignId, edition: await submit(room.author, campaignId) };
};

it('lets one of two approvers win, and tells the other who did', async () => {
  const { edition } = await inReview();
  const answers = await Promise.all([
    approve(room.approver, edition),
    approve(otherApprover, edition),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const loser = answers.find(({ status }) => status === 409);
  expect(loser?.body.error.details.code).toBe('not-in-review');
  expect(loser?.body.error.message).toMatch(
    /^(Ben|Cho) Example has answered already\. The edition is now: Countersigned\.$/,
  );
});

it('lets one of two submits win', async () => {
  const campaignId = await writeCampaign(room.author);
  const ask = () => room.author.post(`/countersign/campaigns/${campaignId}/submit`);
  const answers = await Promise.all([ask(), ask()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('never leaves an approval standing beside a change', async () => {
  const { campaignId, edition } = await inReview();
  const [approved, changed] = await Promise.all([
    approve(room.approver, edition),
    room.author.put(campaignAt(campaignId), { subject: 'Changed meanwhile' }),
  ]);
  expect(changed.status).toBe(200);
  expect([200, 409]).toContain(approved.status);
  expect(await stateOf(room.approver, edition.id)).toBe('void');
});

it('ends withdrawn when approved and withdrawn at once', async () => {
  const { edition } = await inReview();
  const [approved, withdrawn] = await Promise.all([
    approve(room.approver, edition),
    room.author.post(`/countersign/editions/${edition.id}/withdraw`),
  ]);
  expect([200, 409]).toContain(approved.status);
  expect(withdrawn.status).toBe(200);
  expect(await stateOf(room.approver, edition.id)).toBe('withdrawn');
});

it('sends once when started twice at once', async () => {
  const { edition } = await inReview();
  await approve(room.approver, edition).expect(200);
  const before = sink.mails.length;
  const start = () => room.operator.post(`/countersign/editions/${edition.id}/start`);
  const answers = await Promise.all([start(), start(), start()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  await sentOut(room.operator, edition.id);
  const rcpts = sink.mails.slice(before).flatMap(({ to }) => to);
  expect(rcpts.sort()).toEqual(['a', 'b', 'c'].map((name) => `${name}@readers.example.test`));
});

it('ends in one place when started and cancelled at once, and says which', async () => {
  const { edition } = await inReview();
  await approve(room.approver, edition).expect(200);
  const [started, cancelled] = await Promise.all([
    room.operator.post(`/countersign/editions/${edition.id}/start`),
    room.operator.post(`/countersign/editions/${edition.id}/cancel`),
  ]);
  expect([200, 409]).toContain(started.status);
  expect([200, 409]).toContain(cancelled.status);
  const state = await stateOf(room.operator, edition.id);
  if (cancelled.status === 200) expect(state).toBe('cancelled');
  else expect(await sentOut(room.operator, edition.id)).toBe('sent');
});
