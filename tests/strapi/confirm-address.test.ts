import { TABLES } from '../../server/src/names';
import {
  eventually,
  openNewsroom,
  readersOf,
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
let campaign: string;

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  campaign = await writeCampaign(room.author);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const askForTest = () => room.author.post(`/countersign/campaigns/${campaign}/test`, {});

const mailsTo = (address: string): string[] =>
  sink.mails
    .filter(({ to }) => to.includes(address))
    .map(({ bytes }) => String(bytes).replace(/=\r\n/g, ''));

const linkIn = (mail: string | undefined): string =>
  new URL(/https:\S+\/confirm-address\/\S+/.exec(mail ?? '')?.[0] ?? '').pathname;

describe('a test mail', () => {
  it('is refused with the way on until the address is confirmed, and then arrives', async () => {
    const { email } = room.author;
    const refused = await askForTest().expect(409);
    expect(refused.body.error.details.code).toBe('address-not-confirmed');
    expect(refused.body.error.message).toContain('We have sent you a mail with a link');
    const [letter, ...more] = mailsTo(email);
    expect(more).toEqual([]);
    expect(letter).toContain('Subject: Please confirm your address');

    const shown = await app.nobody.get(linkIn(letter)).expect(200);
    expect(shown.text).toContain('<button type="submit">Confirm my address</button>');
    expect(shown.text).not.toMatch(/<script|@staff/);
    await askForTest().expect(409);

    const done = await app.nobody.post(linkIn(letter)).expect(200);
    expect(done.text).toContain('Your address is confirmed');
    await askForTest().expect(202);
    expect(mailsTo(email).at(-1)).toMatch(/^Subject: =\?UTF-8\?B\?W1RFU1Rd/m);
  });

  it('needs a new confirmation when the address of the account changes', async () => {
    const moved = { email: 'ada.new@staff.example.test' };
    await room.author.put('/admin/users/me', moved).expect(200);
    await askForTest().expect(409);
    const [letter] = mailsTo(moved.email);
    expect(mailsTo(moved.email)).toHaveLength(1);
    await app.nobody.post(linkIn(letter)).expect(200);
    await askForTest().expect(202);
  });

  it('leaves no address in the table of confirmations', async () => {
    const rows = await app.strapi.db.connection(TABLES.confirmations).select();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('staff');
  });
});

describe('a link that is not ours', () => {
  it('leads to one page, in the language of the browser', async () => {
    const at = '/api/countersign/confirm-address/v1.nobody.zzzz.k1.AAAA';
    const { text } = await app.nobody.get(at).set('accept-language', 'ja').expect(404);
    expect(text).toContain('このリンクは使用できません');
    await app.nobody.post(at).expect(404);
  });
});

describe('a notice', () => {
  it('reaches an approver who has confirmed their address, with a link to the desk', async () => {
    const { approver, author } = room;
    expect((await approver.get('/countersign/me/address')).body).toEqual({ confirmed: false });
    await approver.post('/countersign/me/address').expect(202);
    await app.nobody.post(linkIn(mailsTo(approver.email)[0])).expect(200);
    expect((await approver.get('/countersign/me/address')).body).toEqual({ confirmed: true });
    const reader = { email: 'en@readers.example.test', name: 'Spring', language: 'en' } as const;
    await signUp(app.strapi, [reader]);
    await readersOf(room.operator, 1);
    const { id } = await submit(author, campaign);
    const notice = await eventually('the notice', async () => mailsTo(approver.email)[1]);
    expect(notice).toContain('Subject: A newsletter waits for your approval');
    expect(notice).toContain(`https://site.example.test/admin/plugins/countersign/review/${id}`);
    expect(mailsTo(room.chief.email)).toEqual([]);
  });
});
