import {
  openNewsroom,
  readersOf,
  sendNew,
  sentOut,
  signUp,
  startNew,
  type Newsroom,
} from '../support/newsroom';
import { startSink, wayOutOf, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;

const emailOf = (name: string): string => `${name}@readers.example.test`;

beforeAll(async () => {
  sink = await startSink();
  const relay = { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port), MAIL_CONNECTIONS: '1' };
  app = await bootStrapi({ env: relay });
  room = await openNewsroom(app);
  const names = ['ann', 'ben', 'cas', 'dan'];
  await signUp(
    app.strapi,
    names.map((name) => ({ email: emailOf(name), name, language: 'en' as const })),
  );
  await readersOf(room.operator, names.length);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

it('sends nothing more to who leaves by the last newsletter while the next one goes out', async () => {
  await sendNew(room);
  const before = sink.mails.length;

  sink.script({ at: 'dot', answer: 'hold', times: 1 });
  const id = await startNew(room);
  await sink.until(() => sink.held === 1);
  await room.operator.post(`/countersign/editions/${id}/pause`).expect(200);
  sink.release();
  const oneClick = app.nobody.post(wayOutOf(sink.mails, emailOf('dan'))).type('form');
  await oneClick.send('List-Unsubscribe=One-Click').expect(200);
  await room.operator.post(`/countersign/editions/${id}/resume`).expect(200);
  await sentOut(room.operator, id);

  const to = sink.mails.slice(before).flatMap((mail) => mail.to);
  expect(to.sort()).toEqual(['ann', 'ben', 'cas'].map(emailOf));
  const { body } = await room.operator.get(`/countersign/editions/${id}/report`).expect(200);
  expect(body.counts).toMatchObject({ accepted: 3, skipped: 1 });
});
