import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  campaignAt,
  openNewsroom,
  paragraph,
  readersOf,
  sendNew,
  signUp,
  submit,
  type Newsroom,
} from '../support/newsroom';
import { startSink, wayOutOf, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let sink: Sink;
let room: Newsroom;

beforeAll(async () => {
  sink = await startSink();
  const env = { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) };
  const pages = JSON.stringify({ light: { accent: '#8a1c3a' } });
  app = await bootStrapi({ env: { ...env, COUNTERSIGN_PAGES: pages } });
  room = await openNewsroom(app);
  await signUp(app.strapi, [
    { email: 'ja@readers.example.test', name: '春', language: 'ja' },
    { email: 'en@readers.example.test', name: 'Spring', language: 'en' },
    { email: 'stays@readers.example.test', name: 'Stays', language: 'en' },
  ]);
  await readersOf(room.operator, 3);
  await sendNew(room);
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

const unsubscribePath = (name: 'en' | 'ja'): string =>
  wayOutOf(sink.mails, `${name}@readers.example.test`);

const waysOut = async (): Promise<string[]> => {
  const { body } = await room.operator.get('/countersign/suppressions').expect(200);
  return body.results.map(({ source }: { source: string }) => source);
};

describe('the page behind the unsubscribe link', () => {
  it('has one button, a heading, a title and a language, and no script', async () => {
    const { text, headers } = await app.nobody.get(unsubscribePath('en')).expect(200);
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<button type="submit">Unsubscribe<\/button>/g)).toHaveLength(1);
    expect(text).toContain('<title>');
    expect(text).not.toMatch(/<script|<img|<link|\bon\w+=|@readers/);
    expect(headers['content-language']).toBe('en');
  });

  it("has the site's colours, and no style but its own", async () => {
    const { text, headers } = await app.nobody.get(unsubscribePath('en')).expect(200);
    const css = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    expect(css).toContain('--accent: #8a1c3a');
    const hash = createHash('sha256').update(css).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}';`);
  });

  it("speaks the reader's language, whatever the browser's", async () => {
    const { text } = await app.nobody.get(unsubscribePath('ja')).set('accept-language', 'en');
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('配信を停止する');
  });

  it('lets nothing be loaded, framed, kept, indexed or passed on', async () => {
    const { headers } = await app.nobody.get(unsubscribePath('en')).expect(200);
    const csp = headers['content-security-policy'];
    expect(csp).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; /);
    expect(csp).toContain("form-action 'self'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('speaks the language of the browser to who shows no token of ours', async () => {
    const page = await app.nobody
      .get('/api/countersign/unsubscribe/sample')
      .set('accept-language', 'ja');
    expect(page.status).toBe(404);
    expect(page.text).toContain('このリンクは使用できません');
  });

  it('takes the one click of a mail program as multipart, too', async () => {
    const { status } = await app.nobody
      .post(unsubscribePath('ja'))
      .field('List-Unsubscribe', 'One-Click');
    expect(status).toBe(200);
    expect(await waysOut()).toContain('one-click');
  });

  it('takes the press of its own button, which sends nothing but itself', async () => {
    const { status, text } = await app.nobody.post(unsubscribePath('en')).type('form').send('');
    expect(status).toBe(200);
    expect(text).toContain('You are unsubscribed');
    expect(await waysOut()).toContain('page');
  });
});

describe('a picture of an edition', () => {
  it('is no address for what we do not hold', async () => {
    for (const name of [`${'0'.repeat(64)}.png`, '..%2f..%2fpackage.json', 'x.svg']) {
      await app.nobody.get(`/api/countersign/assets/${name}`).expect(404);
    }
  });
});

it('says that it is well to whoever balances load', async () => {
  const { body } = await app.nobody.get('/api/countersign/health').expect(200);
  expect(body).toEqual({ status: 'well', database: 'well', sending: 'well' });
});

it('describes itself to programs', async () => {
  const { body } = await app.nobody.get('/api/countersign/openapi.json').expect(200);
  expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/countersign' }] });
});

it('keeps pictures that no longer are in the media library', async () => {
  const [picture] = await app.strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: {}, files: await aPicture() });
  const image = { ...picture, alternativeText: 'A dot' };
  const made = await room.author.post(campaignAt(), {
    name: 'With a picture',
    subject: 'Look',
    body: [paragraph('Look:'), { type: 'image', image, children: [{ type: 'text', text: '' }] }],
    audience: { include: ['newsletter'], exclude: [] },
    sender: 'gazette',
  });
  const edition = await submit(room.author, made.body.data.documentId);
  await app.strapi.plugin('upload').service('upload').remove(picture);

  const { body } = await room.approver.get(`/countersign/editions/${edition.id}`).expect(200);
  const [{ hash }] = body.content.assets;
  const answer = await app.nobody.get(`/api/countersign/assets/${hash}.png`).expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(createHash('sha256').update(answer.body).digest('hex')).toBe(hash);
});

/** The smallest PNG there is, as an upload. */
async function aPicture() {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const filepath = join(tmpdir(), `countersign-dot-${process.pid}.png`);
  await writeFile(filepath, bytes);
  return { filepath, originalFilename: 'dot.png', mimetype: 'image/png', size: bytes.length };
}
