import { USER_UID } from '../../server/src/names';
import {
  eventually,
  openNewsroom,
  readersOf,
  sendNew,
  signUp,
  type Newsroom,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';
import { dumpOf, textOf } from '../support/tables';

const EMAIL = 'odd.one@readers.example.test';

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let id: string;

beforeAll(async () => {
  sink = await startSink({
    rules: [{ at: 'rcpt', to: EMAIL, answer: '550 5.1.1 Quetzalcoatl is unknown' }],
  });
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  await signUp(app.strapi, [{ email: EMAIL, name: 'Quetzalcoatl', language: 'en' }]);
  await readersOf(room.operator, 1);
  await sendNew(room);
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  id = body.results[0].id;
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const at = (act: 'access' | 'erase'): string => `/countersign/subscribers/${id}/${act}`;

it('gives all we hold on a person to who may reveal, and to nobody else', async () => {
  const { body } = await room.chief.post(at('access'), { reason: 'They asked' }).expect(200);
  expect(body).toMatchObject({
    person: { address: EMAIL, name: 'Quetzalcoatl' },
    lists: [{ list: 'newsletter' }],
    deliveries: [{ state: 'rejected' }],
  });
  for (const colleague of [room.author, room.approver, room.operator]) {
    const { text } = await colleague.post(at('access'), { reason: 'Curious' }).expect(403);
    expect(text).not.toContain('odd.one');
  }
});

it('wants a reason for either', async () => {
  await room.chief.post(at('access'), {}).expect(422);
  await room.chief.post(at('erase'), { reason: ' ' }).expect(422);
});

it('lets nobody erase without the right to', async () => {
  for (const colleague of [room.author, room.approver, room.operator]) {
    await colleague.post(at('erase'), { reason: 'Tidying' }).expect(403);
  }
});

it('leaves nothing of an erased person in any table but the hash, and no user brings it back', async () => {
  const { body } = await room.chief.post(at('erase'), { reason: 'They asked' }).expect(200);
  expect(body).toMatchObject({ removed: { addresses: 1, labels: 1, replies: 1 } });

  await app.strapi.db.query(USER_UID).deleteMany({});
  await signUp(app.strapi, [
    { email: EMAIL.toUpperCase(), name: 'Quetzalcoatl', language: 'en' },
    { email: 'somebody@readers.example.test', name: 'Somebody Else', language: 'en' },
  ]);
  await readersOf(room.operator, 1);
  await eventually('the made-again user to be looked at', async () => {
    const left = await room.operator.get('/countersign/lists/newsletter/left-out');
    return left.body.results.some(({ because }: { because: string }) => because === 'suppressed')
      ? true
      : undefined;
  });
  await app.strapi.db.query(USER_UID).deleteMany({});

  const traces = ['odd.one', 'o•••@', 'quetzalcoatl'];
  const leaks = [...(await dumpOf(app.strapi))].flatMap(([table, rows]) =>
    rows
      .map(textOf)
      .filter((text) => traces.some((trace) => text.toLowerCase().includes(trace)))
      .map((text) => ({ table, text })),
  );
  expect(leaks).toEqual([]);
  await room.chief.post(`/countersign/subscribers/${id}/reveal`, { reason: 'x' }).expect(404);
});
