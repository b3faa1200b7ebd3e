import {
  approve,
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
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

async function started(): Promise<string> {
  const edition = await submit(room.author, await writeCampaign(room.author));
  await approve(room.approver, edition).expect(200);
  await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(200);
  return edition.id;
}

function wayOut(name: string): string {
  const mail = sink.mails.find(({ to }) => to.includes(emailOf(name)));
  const unfolded = String(mail?.bytes).replace(/\r\n[ \t]/g, '');
  const url = /^List-Unsubscribe: *<(https:[^>]+)>/im.exec(unfolded)?.[1] ?? '';
  return new URL(url).pathname;
}

it('sends nothing more to who leaves by the last newsletter while the next one goes out', async () => {
  await sentOut(room.operator, await started());
  const before = sink.mails.length;

  sink.script({ at: 'dot', answer: 'hold', times: 1 });
  const id = await started();
  await sink.until(() => sink.held === 1);
  await room.operator.post(`/countersign/editions/${id}/pause`).expect(200);
  sink.release();
  const oneClick = app.nobody.post(wayOut('dan')).type('form');
  await oneClick.send('List-Unsubscribe=One-Click').expect(200);
  await room.operator.post(`/countersign/editions/${id}/resume`).expect(200);
  await sentOut(room.operator, id);

  const to = sink.mails.slice(before).flatMap((mail) => mail.to);
  expect(to.sort()).toEqual(['ann', 'ben', 'cas'].map(emailOf));
  const { body } = await room.operator.get(`/countersign/editions/${id}/report`).expect(200);
  expect(body.counts).toMatchObject({ accepted: 3, skipped: 1 });
});
