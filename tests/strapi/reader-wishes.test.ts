import {
  eventually,
  openNewsroom,
  readersOf,
  sendNew,
  signUp,
  type Newsroom,
} from '../support/newsroom';
import { startSink, wayOutOf, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let gus: string;

const emailOf = (name: 'dan' | 'gus'): string => `${name}@readers.example.test`;

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  await signUp(app.strapi, [
    { email: emailOf('dan'), name: 'The dan', language: 'en' },
    { email: emailOf('gus'), name: 'The gus', language: 'ja' },
  ]);
  await readersOf(room.operator, 2);
  await sendNew(room);
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  const found: { id: string; label: string }[] = body.results;
  gus = found.find(({ label }) => label.startsWith('g'))?.id ?? '';
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const page = () => wayOutOf(sink.mails, emailOf('gus')).replace('/unsubscribe/', '/preferences/');
const press = (fields: Record<string, string | string[]>) =>
  app.nobody.post(page()).type('form').send(fields);

describe('what readers wish for on their own page', () => {
  it('keeps the next newsletter from who wants few and has just had one, until they want all', async () => {
    const { text } = await press({ act: 'often', often: '7' }).expect(200);
    expect(text).toContain('<option value="7" selected>週に1通まで</option>');
    const before = sink.mails.length;
    await sendNew(room);
    const to = sink.mails.slice(before).flatMap((mail) => mail.to);
    expect(to).toContain(emailOf('dan'));
    expect(to).not.toContain(emailOf('gus'));
    const { body } = await room.operator.get(`/countersign/subscribers/${gus}`).expect(200);
    expect(body.spacing).toBe(7);
    const { text: after } = await press({ act: 'often', often: 'never' }).expect(200);
    expect(after).toContain('<option value="" selected>すべて受け取る</option>');
  });

  it('takes a break, of which the next newsletter knows, and ends it', async () => {
    const { text } = await press({ act: 'pause-30' }).expect(200);
    expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日まで休止中です。/);
    expect(text).toContain('value="resume"');
    const { body } = await room.operator.get(`/countersign/subscribers/${gus}`).expect(200);
    expect(body.pausedUntil).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const before = sink.mails.length;
    await sendNew(room);
    const to = sink.mails.slice(before).flatMap((mail) => mail.to);
    expect(to).toContain(emailOf('dan'));
    expect(to).not.toContain(emailOf('gus'));

    await press({ act: 'resume' }).expect(200);
    const { text: after } = await app.nobody.get(page()).expect(200);
    expect(after).toContain('value="pause-90"');
  });

  it('keeps the language they choose, whatever their account says', async () => {
    const { text } = await app.nobody.get(page()).expect(200);
    expect(text).toMatch(/<option value="ja" lang="ja" selected>日本語<\/option>/);
    await press({ act: 'language', language: 'en' }).expect(200);
    await press({ act: 'language', language: 'xx' }).expect(200);
    await app.strapi.db.query('plugin::users-permissions.user').update({
      where: { email: emailOf('gus') },
      data: { displayName: 'Gus' },
    });
    await eventually('the new name', async () => {
      const { text: file } = await press({ act: 'download' });
      return JSON.parse(file).person.name === 'Gus' ? true : undefined;
    });
    const { text: after } = await app.nobody.get(page()).expect(200);
    expect(after).toContain('<html lang="en">');
    await press({ act: 'language', language: 'ja' }).expect(200);
  });

  it('is not pressed without end, though whoever wants to be gone may always go', async () => {
    const acts = async () =>
      (await room.chief.get(`/countersign/audit?subject=${gus}`).expect(200)).body.results.length;
    let answer = await press({ act: 'language', language: 'ja' });
    for (let n = 0; n < 20 && answer.status === 200; n += 1) {
      answer = await press({ act: 'language', language: 'ja' });
    }
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('600');
    expect(answer.text).toContain('変更は行われていません。');
    const before = await acts();
    await press({ act: 'pause-90' }).expect(429);
    expect(await acts()).toBe(before);
    await press({ act: 'leave-all' }).expect(200);
  });
});
