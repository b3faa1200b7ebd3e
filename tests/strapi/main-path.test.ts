import PostalMime from 'postal-mime';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import {
  approve,
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
  type SiteUser,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { apiToken } from '../support/strangers';
import { bootStrapi, type TestApp } from '../support/strapi';

const READERS: readonly SiteUser[] = Array.from({ length: 6 }, (_, n) => ({
  email: `reader-${n}@readers.example.test`,
  name: `Reader ${n}`,
  language: n % 2 === 0 ? 'en' : 'ja',
}));

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let campaignId: string;
let edition: { id: string; readersAtSubmit: number };
let refusedToAuthor: { status: number; body: { error: { message: string } } };

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  await signUp(app.strapi, READERS);
  await readersOf(room.operator, READERS.length);

  campaignId = await writeCampaign(room.author);
  edition = await submit(room.author, campaignId);
  refusedToAuthor = await approve(room.author, edition);
  await approve(room.approver, edition).expect(200);
  await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(200);
  await sentOut(room.operator, edition.id);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const mailTo = async (email: string) => {
  const mail = sink.mails.find(({ to }) => to.includes(email));
  if (!mail) throw new Error(`no mail to ${email}`);
  return PostalMime.parse(mail.bytes);
};

const unsubscribePath = async (email: string): Promise<string> => {
  const { headers } = await mailTo(email);
  const header = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  return new URL(/<(https:[^>]+)>/.exec(header)?.[1] ?? '').pathname;
};

it('refuses the author, who has a hand in it, in words', () => {
  expect(refusedToAuthor.status).toBe(403);
  expect(refusedToAuthor.body.error.message).toMatch(/does not allow|had a hand/);
});

it('calls the lists by name to an approver who may see none of them', async () => {
  await room.approver.get('/countersign/lists').expect(403);
  const { body } = await room.approver.get(`/countersign/editions/${edition.id}`).expect(200);
  expect(body.lists).toEqual({ include: ['Newsletter'], exclude: [] });
});

it('shows nobody who may see no readers what one of them gets', async () => {
  const { body } = await room.operator.get('/countersign/subscribers?limit=1').expect(200);
  const [{ id }] = body.results;
  const places = [
    `/countersign/editions/${edition.id}/message?reader=${id}`,
    `/countersign/campaigns/${campaignId}/preview?subscriber=${id}`,
  ];
  for (const place of places) {
    await room.approver.get(place).expect(403);
    await room.operator.get(place).expect(200);
  }
});

it('writes to each reader once, alone, in their language and by their name', async () => {
  const rcpts = sink.mails.map(({ to }) => to);
  expect(rcpts.every((to) => to.length === 1)).toBe(true);
  expect(rcpts.flat().sort()).toEqual(READERS.map(({ email }) => email).sort());
  for (const { email, name, language } of READERS) {
    const { subject, text, html } = await mailTo(email);
    expect(subject).toBe(language === 'en' ? `Autumn, ${name}` : `秋です、${name}様`);
    expect(text).toContain(name);
    expect(html).toContain(name);
  }
});

it('reports what the relay said', async () => {
  const { body } = await room.operator
    .get(`/countersign/editions/${edition.id}/report`)
    .expect(200);
  ENDPOINTS['reports.find'].answer.parse(body);
  expect(body).toMatchObject({ state: 'sent', readers: 6, counts: { accepted: 6, uncertain: 0 } });
});

it('shows deliveries with masked readers, to people and to programs alike', async () => {
  const token = await apiToken(app, 'custom', ['plugin::countersign.delivery.find']);
  const pages = [
    await room.operator.get(`/countersign/editions/${edition.id}/deliveries?limit=4`).expect(200),
    await token.get(`/api/countersign/editions/${edition.id}/deliveries?limit=4`).expect(200),
  ];
  for (const { body } of pages) {
    ENDPOINTS['reports.deliveries'].answer.parse(body);
    expect(body.results).toHaveLength(4);
    expect(body.next).not.toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/reader-\d|Reader \d/);
  }
  await token.get('/api/countersign/editions').expect(403);
});

it('lets a reader go by one click, once and again, and the next edition skips them', async () => {
  const [leaver] = READERS;
  const path = await unsubscribePath(leaver?.email ?? '');
  await app.nobody.get(path).expect(200);
  await app.nobody.head(path).expect(200);
  await readersOf(room.operator, READERS.length);

  for (const _again of [1, 2]) {
    const answer = await app.nobody
      .post(path)
      .type('form')
      .send({ 'List-Unsubscribe': 'One-Click' });
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('location');
  }
  await readersOf(room.operator, READERS.length - 1);

  const before = sink.mails.length;
  const next = await submit(room.author, await writeCampaign(room.author, 'Winter letter'));
  await approve(room.approver, next).expect(200);
  await room.operator.post(`/countersign/editions/${next.id}/start`).expect(200);
  await sentOut(room.operator, next.id);
  const later = sink.mails.slice(before).flatMap(({ to }) => to);
  expect(later).toHaveLength(READERS.length - 1);
  expect(later).not.toContain(leaver?.email);
});

it('answers the same to every token that is not ours', async () => {
  const path = await unsubscribePath(READERS[1]?.email ?? '');
  const forged = `${path.slice(0, -2)}xx`;
  const pages = await Promise.all(
    [forged, '/api/countersign/unsubscribe/nonsense', `${path}.more`].flatMap((bad) => [
      app.nobody.get(bad),
      app.nobody.post(bad).type('form').send({ 'List-Unsubscribe': 'One-Click' }),
    ]),
  );
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 404));
  expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
});
