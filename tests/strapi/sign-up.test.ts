import { eventually, openNewsroom, readersOf, sendNew, type Newsroom } from '../support/newsroom';
import { startSink, wayOutOf, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';
import { hire } from '../support/staff';
import { dumpOf, textOf } from '../support/tables';

const FORM = { id: 'site-form', list: 'newsletter', wording: '2026-11' };
const ADA = 'ada.walker@readers.example.test';

let app: TestApp;
let sink: Sink;
let room: Newsroom;

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({
    env: {
      ...{ MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) },
      COUNTERSIGN_FORMS: JSON.stringify([FORM]),
    },
  });
  room = await openNewsroom(app);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const ask = (email: string, more: Readonly<Record<string, string>> = {}) =>
  app.nobody
    .post('/api/countersign/subscribe')
    .type('form')
    .send({ form: FORM.id, email, ...more });

const everything = async (): Promise<string> =>
  [...(await dumpOf(app.strapi)).values()].flat().map(textOf).join('\n');

const letters = (to: string) => sink.mails.filter((mail) => mail.to.includes(to));

/** The link in the newest letter to them, as its reader sees it. */
function linkTo(to: string): string {
  const text = String(letters(to).at(-1)?.bytes).replace(/=\r\n/g, '');
  const url = /https:\S+\/subscribe\/[\w-]+/.exec(text)?.[0] ?? '';
  return new URL(url).pathname;
}

describe('a public form', () => {
  it('answers everybody alike, and writes only to the address that was given', async () => {
    const { text } = await ask(ADA, { name: 'Ada Walker', locale: 'en' }).expect(200);
    expect(text).toContain('Please look into your mailbox');
    expect(text).not.toContain('ada');
    await sink.until(() => letters(ADA).length === 1);
    const letter = String(letters(ADA)[0]?.bytes);
    expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(letter).not.toContain('Walker');
    expect(linkTo(ADA)).not.toContain('ada');
  });

  it('keeps no address until its owner has pressed the button', async () => {
    expect(await everything()).not.toMatch(/ada\.walker|Walker/i);
    expect(await everything()).toContain(FORM.list);
    await readersOf(room.operator, 0);
  });

  it('changes nothing when a scanner opens the link', async () => {
    const { text } = await app.nobody.get(linkTo(ADA)).expect(200);
    expect(text).toContain('Yes, send it to me');
    expect(text).not.toMatch(/<script|ada/i);
    await app.nobody.head(linkTo(ADA)).expect(200);
    await readersOf(room.operator, 0);
  });

  it('takes them onto the list by the button, once however often', async () => {
    for (let pressed = 0; pressed < 2; pressed += 1) {
      expect((await app.nobody.post(linkTo(ADA)).expect(200)).text).toContain('Welcome');
    }
    await readersOf(room.operator, 1);
  });

  it('speaks Japanese to those who do', async () => {
    const { text } = await ask('hanako@readers.example.test', { locale: 'ja' }).expect(200);
    expect(text).toContain('確認メールをご覧ください');
    await sink.until(() => letters('hanako@readers.example.test').length === 1);
    const page = await app.nobody.get(linkTo('hanako@readers.example.test')).expect(200);
    expect(page.text).toContain('メルマガに登録しますか');
  });

  it('says what is wrong with an address, and that there is no such form', async () => {
    expect((await ask('not an address').expect(422)).text).toContain('not an e-mail address');
    await app.nobody.post('/api/countersign/subscribe', { form: 'x', email: ADA }).expect(404);
    await app.nobody.post('/api/countersign/subscribe').expect(404);
  });

  it('does nothing for a program that fills in everything, and says nothing of it', async () => {
    const { text } = await ask('bot@readers.example.test', { website: 'spam' }).expect(200);
    expect(text).toContain('Please look into your mailbox');
    // Letters go out after the answer, in their turn.
    await ask('after@readers.example.test');
    await sink.until(() => letters('after@readers.example.test').length === 1);
    expect(letters('bot@readers.example.test')).toEqual([]);
  });

  it('knows no token but its own', async () => {
    const own = linkTo(ADA);
    const bad = [
      `${own}x`,
      own.slice(0, -8),
      '/api/countersign/subscribe/v1.x',
      `${own.slice(0, -1)}`,
    ];
    for (const path of bad) {
      await app.nobody.get(path).expect(404);
      await app.nobody.post(path).expect(404);
    }
  });
});

describe('from signing up to being forgotten', () => {
  it('a person gets the newsletter, their file, and leaves nothing but hashes', async () => {
    const before = sink.mails.length;
    const edition = await sendNew(room);
    const page = wayOutOf(sink.mails.slice(before), ADA).replace('/unsubscribe/', '/preferences/');
    const file = await app.nobody.post(page).type('form').send({ act: 'download' }).expect(200);
    expect(JSON.parse(file.text)).toMatchObject({
      person: { address: ADA, name: 'Ada Walker', locale: 'en' },
      signUps: [{ form: FORM.id, wording: FORM.wording }],
      consents: [{ list: 'newsletter', kind: 'given', source: FORM.id, wording: FORM.wording }],
      deliveries: [{ edition, state: 'accepted' }],
    });

    await app.nobody
      .post(page)
      .type('form')
      .send({ act: 'erase-for-good', sure: 'yes' })
      .expect(200);
    await readersOf(room.operator, 0);
    expect(await everything()).not.toMatch(/ada\.walker|Walker|a•••@r/i);
  });

  it('writes no letter to who was erased, and tells nobody so', async () => {
    const before = letters(ADA).length;
    expect((await ask(ADA).expect(200)).text).toContain('Please look into your mailbox');
    await eventually('another letter', async () => {
      await ask('next@readers.example.test');
      return letters('next@readers.example.test').length > 0 || undefined;
    });
    expect(letters(ADA)).toHaveLength(before);
  });

  it('is in the audit trail without an address', async () => {
    const auditor = await hire(app, 'Audrey', ['audit.read']);
    const { body } = await auditor.get('/countersign/audit').expect(200);
    expect(JSON.stringify(body)).toContain('Form “site-form”');
    expect(JSON.stringify(body)).not.toMatch(/ada\.walker/i);
  });
});

it('is closed for a minute to who asks for many', async () => {
  const answers = [];
  for (let asked = 0; asked < 12; asked += 1) {
    answers.push((await ask(`many${asked}@readers.example.test`)).status);
  }
  expect(answers.at(-1)).toBe(429);
});
