import { CAMPAIGN_UID } from '../../server/src/names';
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

const NAMES = ['ann', 'ben', 'cas', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;
type Name = (typeof NAMES)[number];

const emailOf = (name: Name): string => `${name}@readers.example.test`;

beforeAll(async () => {
  sink = await startSink();
  app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  room = await openNewsroom(app);
  await signUp(
    app.strapi,
    NAMES.map((name) => ({
      email: emailOf(name),
      name: `The ${name}`,
      language: name === 'gus' ? 'ja' : 'en',
    })),
  );
  await readersOf(room.operator, NAMES.length);
  await sendNew(room);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const wayOut = (name: Name): string => wayOutOf(sink.mails, emailOf(name));
const page = (name: Name): string => wayOut(name).replace('/unsubscribe/', '/preferences/');
const oneClick = 'List-Unsubscribe=One-Click';
const FORM = 'application/x-www-form-urlencoded';

interface Seen {
  readonly id: string;
  readonly suppressed: string | null;
  readonly lists: readonly string[];
}

async function seen(name: Name): Promise<Seen | undefined> {
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  return body.results.find(({ id }: Seen) => id === ids[name]);
}
const ids: Partial<Record<Name, string>> = {};

/** The names are behind masks that differ in their first letter. */
beforeAll(async () => {
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  for (const { id, label } of body.results as { id: string; label: string }[]) {
    const name = NAMES.find((one) => label.startsWith(one.slice(0, 1)));
    if (name) ids[name] = id;
  }
});

describe('one click in a mail program (RFC 8058)', () => {
  const multipart =
    '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';

  it.each([
    ['urlencoded', 'ann', FORM, oneClick],
    ['multipart', 'ben', 'multipart/form-data; boundary=b', multipart],
  ] as const)('leaves by a POST that is %s, again and again', async (_kind, name, type, bytes) => {
    const answers = [];
    for (let time = 0; time < 3; time += 1) {
      answers.push(await app.nobody.post(wayOut(name)).set('content-type', type).send(bytes));
    }
    for (const { status, text, headers } of answers) {
      expect({ status, text }).toEqual({ status: 200, text: answers[0]?.text });
      expect(headers).not.toHaveProperty('location');
      expect(headers).not.toHaveProperty('set-cookie');
    }
    expect(await seen(name)).toMatchObject({ suppressed: 'unsubscribed', lists: [] });
  });

  it('needs no cookie, no origin and no referrer, and takes any', async () => {
    const { status } = await app.nobody
      .post(wayOut('cas'))
      .set({ 'content-type': FORM, cookie: 'a=b', origin: 'https://elsewhere.example.test' })
      .send(oneClick);
    expect(status).toBe(200);
    expect(await seen('cas')).toMatchObject({ suppressed: 'unsubscribed' });
  });

  it('is not done by a GET or a HEAD, which scanners send', async () => {
    for (const path of [wayOut('dan'), page('dan')]) {
      await app.nobody.get(path).expect(200);
      await app.nobody.head(path);
    }
    expect(await seen('dan')).toMatchObject({ suppressed: null, lists: ['newsletter'] });
  });

  it('answers one and the same 404 to every token that is not ours', async () => {
    const own = wayOut('dan');
    const other = wayOut('eve');
    const swapped = own.split('.').slice(0, 3).concat(other.split('.').slice(3)).join('.');
    const bad = [`${own}x`, own.slice(0, -3), swapped, `${own}.more`, own.replace('v1.', 'v2.')];
    const answers = [];
    for (const path of bad.flatMap((one) => [one, one.replace('/unsubscribe/', '/preferences/')])) {
      answers.push(await app.nobody.post(path).set('content-type', FORM).send(oneClick));
      answers.push(await app.nobody.get(path));
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await seen('dan')).toMatchObject({ suppressed: null });
  });

  it('works in a newsletter whose campaign is long gone', async () => {
    const campaigns = app.strapi.documents(CAMPAIGN_UID);
    for (const { documentId } of await campaigns.findMany()) await campaigns.delete({ documentId });
    await app.nobody.post(wayOut('hal')).set('content-type', FORM).send(oneClick).expect(200);
    expect(await seen('hal')).toMatchObject({ suppressed: 'unsubscribed', lists: [] });
  });

  it('answers as ever to somebody who was erased', async () => {
    const before = await app.nobody.post(wayOut('ann')).set('content-type', FORM).send(oneClick);
    await room.chief
      .post(`/countersign/subscribers/${ids.ann}/erase`, { reason: 'They asked' })
      .expect(200);
    const after = await app.nobody.post(wayOut('ann')).set('content-type', FORM).send(oneClick);
    expect([after.status, after.text]).toEqual([200, before.text]);
    expect(await seen('ann')).toMatchObject({ suppressed: 'erased' });
  });
});

describe("the reader's own page", () => {
  const press = (name: Name, fields: Record<string, string | string[]>) =>
    app.nobody.post(page(name)).type('form').send(fields);

  it('is reached from the unsubscribe page, and shows their lists without script or address', async () => {
    const { text: first } = await app.nobody.get(wayOut('dan')).expect(200);
    const link = /href="\.\.\/(preferences\/[^"]+)"/.exec(first)?.[1] ?? '';
    expect(page('dan')).toMatch(new RegExp(`${link}$`));

    const { text, headers } = await app.nobody.get(page('dan')).expect(200);
    expect(text).toContain('name="list" value="newsletter" checked>');
    expect(text).not.toMatch(/<script|<img|<link|\bon\w+=|@readers|The dan/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it("speaks the reader's language, whatever the browser's", async () => {
    const { text } = await app.nobody.get(page('gus')).set('accept-language', 'en').expect(200);
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('購読するメルマガ');
  });

  it('takes them off a list and puts them back on it', async () => {
    const { text } = await press('dan', { act: 'choose' }).expect(200);
    expect(text).toContain('Saved.');
    expect(text).toContain('value="newsletter">');
    expect(await seen('dan')).toMatchObject({ suppressed: null, lists: [] });

    const { text: back } = await press('dan', { act: 'choose', list: ['newsletter', 'other'] });
    expect(back).toContain('value="newsletter" checked>');
    expect(back).not.toContain('You are on no list.');
    await eventually('dan to be on the list again', async () =>
      (await seen('dan'))?.lists.includes('newsletter') ? true : undefined,
    );
  });

  it('does nothing for a program that presses a button as soon as it has the page', async () => {
    const { text } = await app.nobody.get(page('eve')).expect(200);
    const shown = /name="shown" value="(\d+)"/.exec(text)?.[1] ?? '';
    expect(Number(shown)).toBeGreaterThan(Date.now() - 60_000);
    const soon = String(Date.now());
    const answers = [
      await press('eve', { act: 'leave-all', shown: soon }).expect(200),
      await app.nobody.post(wayOut('eve')).type('form').send({ shown: soon }).expect(200),
    ];
    for (const answer of answers)
      expect(answer.text).toContain('Please press the button once more.');
    expect(await seen('eve')).toMatchObject({ suppressed: null });
  });

  it('does nothing at a button there is not', async () => {
    await press('dan', { act: 'constructor', list: 'newsletter' }).expect(200);
    await press('dan', {}).expect(200);
    expect(await seen('dan')).toMatchObject({ suppressed: null, lists: ['newsletter'] });
  });

  it('leaves everything', async () => {
    const { text } = await press('eve', {
      act: 'leave-all',
      shown: String(Date.now() - 5_000),
    }).expect(200);
    expect(text).toContain('You get no newsletters from us.');
    expect(await seen('eve')).toMatchObject({ suppressed: 'unsubscribed', lists: [] });
  });

  it('hands over all we hold as a file', async () => {
    const { headers, text } = await press('gus', { act: 'download' }).expect(200);
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(text)).toMatchObject({
      person: { address: emailOf('gus'), name: 'The gus' },
    });
  });

  it('erases only when asked once more, with a tick that no program sets', async () => {
    const { text } = await press('fay', { act: 'erase' }).expect(200);
    expect(text).toContain('value="erase-for-good"');
    expect(await seen('fay')).toMatchObject({ suppressed: null });

    await press('fay', { act: 'erase-for-good' }).expect(200);
    expect(await seen('fay')).toMatchObject({ suppressed: null });

    await press('fay', { act: 'erase-for-good', sure: 'yes' }).expect(200);
    expect(await seen('fay')).toMatchObject({ suppressed: 'erased', label: '•••' });
    const { text: later } = await app.nobody.get(page('fay')).expect(200);
    expect(later).toContain('Your data is erased');
    expect(later).not.toContain('<button');
  });
});

it('sends the next newsletter to nobody who left by whatever way', async () => {
  const before = sink.mails.length;
  await sendNew(room);
  const to = sink.mails.slice(before).flatMap((mail) => mail.to);
  expect(to.sort()).toEqual([emailOf('dan'), emailOf('gus')]);
});
