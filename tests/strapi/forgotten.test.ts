import { createHmac } from 'node:crypto';
import { eventually, openNewsroom, readersOf, sendNew, type Newsroom } from '../support/newsroom';
import { openCustomers, type Customers } from '../support/customers';
import { startSink, wayOutOf, type Sink } from '../support/smtp-sink';
import { bootStrapi, type TestApp } from '../support/strapi';
import { dumpOf, rowsOf, textOf } from '../support/tables';
import { TABLES } from '../../server/src/names';

const ADA = 'ada.walker@readers.example.test';
/** Whatever could only come from her; no number, which a hash may hold. */
const TRACES = /a\.walker|Walker|a•••@r|heirloom|Marzipan/i;
const FORM = { id: 'site-form', list: 'newsletter', wording: '2026-11' };
const SHOP = {
  ...{ id: 'shop', kind: 'push', list: 'shop', key: 'a key that only this shop knows, 32+' },
  attributes: { plan: 'text', since: 'date' },
  wording: 'till-3',
};
const crmAt = (connection: object) => ({
  ...{ id: 'crm', kind: 'sql', list: 'crm', connection, query: 'select * from members' },
  wording: 'contract-9',
  fields: {
    ...{ id: 'id', email: 'email', name: 'called', consent: 'agreed' },
    attributes: {
      favourite: { field: 'favourite', kind: 'text' },
      visits: { field: 'visits', kind: 'number' },
    },
  },
});

let app: TestApp;
let sink: Sink;
let room: Newsroom;
let customers: Customers;

beforeAll(async () => {
  sink = await startSink();
  customers = await openCustomers();
  await customers.write.schema.createTable('members', (t) => {
    t.integer('id');
    t.string('email');
    t.string('called');
    t.boolean('agreed');
    t.string('favourite');
    t.integer('visits');
  });
  await customers.write('members').insert({
    ...{ id: 7, email: ADA, called: 'Ada Walker', agreed: true },
    ...{ favourite: 'Marzipan', visits: 4711 },
  });
  app = await bootStrapi({
    env: {
      ...{ MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) },
      COUNTERSIGN_FORMS: JSON.stringify([FORM]),
      COUNTERSIGN_MORE_SOURCES: JSON.stringify([SHOP, crmAt(customers.connection)]),
    },
  });
  room = await openNewsroom(app);
});

afterAll(async () => {
  await app.close();
  await customers.close();
  await sink.close();
});

/** As the shop does, signed. */
let pushes = 0;
function push(change: object = {}) {
  const at = Math.floor(Date.now() / 1000);
  const key = `batch-${(pushes += 1)}`;
  const person = { id: 'c-1', email: ADA, name: 'Ada Walker', consent: true, ...change };
  const attributes = { plan: 'heirloom', since: '2026-05-01' };
  const body = { people: [{ ...person, attributes }], asOf: new Date().toISOString() };
  const text = `${at}.shop.${key}.${JSON.stringify(body)}`;
  const signature = createHmac('sha256', SHOP.key).update(text).digest('hex');
  return app.nobody
    .post('/api/countersign/sources/shop/people')
    .set({ 'Idempotency-Key': key, 'X-Countersign-Signature': `t=${at},v1=${signature}` })
    .send(body)
    .expect(202);
}

const everything = async (): Promise<string> =>
  [...(await dumpOf(app.strapi)).values()].flat().map(textOf).join('\n');
const rows = (table: 'traits' | 'claims' | 'subscribers' | 'outbox' | 'syncRuns') =>
  rowsOf(app.strapi, TABLES[table]);
/** Until everybody has been gone through, and what was told in the meantime is applied. */
const syncAll = async (): Promise<void> => {
  for (const list of ['newsletter', 'shop', 'crm']) {
    await room.operator.post(`/countersign/lists/${list}/sync`).expect(202);
  }
  await eventually('all to be gone through', async () => {
    const running = (await rows('syncRuns')).filter(({ finished_at }) => finished_at === null);
    return running.length + (await rows('outbox')).length === 0 ? true : undefined;
  });
};
const letterTo = (to: string): string => {
  const mail = sink.mails.filter((one) => one.to.includes(to)).at(-1);
  const text = String(mail?.bytes).replace(/=\r\n/g, '');
  return new URL(/https:\S+\/subscribe\/[\w-]+/.exec(text)?.[0] ?? '').pathname;
};
const page = (): string => wayOutOf(newsletters, ADA).replace('/unsubscribe/', '/preferences/');
const press = (fields: Record<string, string>) =>
  app.nobody.post(page()).type('form').send(fields).expect(200);
let newsletters: Sink['mails'] = [];

describe('a person whom a form, a shop and a customer database know', () => {
  it('is one reader of three lists', async () => {
    await app.nobody
      .post('/api/countersign/subscribe')
      .type('form')
      .send({ form: FORM.id, email: ADA, name: 'Ada Walker', locale: 'en' })
      .expect(200);
    await sink.until(() => sink.mails.some(({ to }) => to.includes(ADA)));
    await app.nobody.post(letterTo(ADA)).expect(200);
    await push();
    for (const list of ['newsletter', 'shop', 'crm']) await readersOf(room.operator, 1, list);
    const { body } = await room.operator.get('/countersign/subscribers').expect(200);
    expect(body.results).toHaveLength(1);
  });

  it('chooses language, break and spacing on the page of a newsletter', async () => {
    const before = sink.mails.length;
    await sendNew(room);
    newsletters = sink.mails.slice(before);
    await press({ act: 'language', language: 'ja' });
    await press({ act: 'often', often: '7' });
    await press({ act: 'pause-30' });
  });

  it('finds all of it in their file', async () => {
    const file = JSON.parse((await press({ act: 'download' })).text);
    expect(file).toMatchObject({
      person: {
        ...{ address: ADA, name: 'Ada Walker', locale: 'ja', daysBetween: 7 },
        pausedUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
      signUps: [{ form: FORM.id, wording: FORM.wording }],
    });
    const said = file.sources.map(({ source, attributes }: Record<string, unknown>) => [
      source,
      attributes,
    ]);
    expect(Object.fromEntries(said)).toEqual({
      [FORM.id]: {},
      shop: { plan: 'heirloom', since: Date.UTC(2026, 4, 1) },
      crm: { favourite: 'Marzipan', visits: 4711 },
    });
    const agreed = file.consents.map(({ source, wording }: Record<string, string>) => [
      source,
      wording,
    ]);
    expect(Object.fromEntries(agreed)).toEqual({
      ...{ crm: 'contract-9', shop: 'till-3', [FORM.id]: FORM.wording },
    });
  });

  it('leaves nothing but hashes and ids once erased', async () => {
    expect(await everything()).toMatch(TRACES);
    await press({ act: 'erase-for-good', sure: 'yes' });
    for (const list of ['newsletter', 'shop', 'crm']) await readersOf(room.operator, 0, list);
    expect(await everything()).not.toMatch(TRACES);
    expect(await rows('subscribers')).toMatchObject([
      {
        ...{ status: 'erased', sealed: null, label: '•••', domain: '', locale: null },
        ...{ chosen_locale: null, paused_until: null, spacing_days: null },
      },
    ]);
    expect(await rows('traits')).toEqual([]);
    expect((await rows('claims')).map(({ attributes, label }) => [attributes, label])).toEqual(
      Array.from({ length: 3 }, () => [null, null]),
    );
  });

  it('is brought back by none of them, under whatever address', async () => {
    await push();
    await push({ email: 'ada.walker+new@readers.example.test' });
    await customers
      .write('members')
      .update({ email: 'a.walker@readers.example.test', visits: 4712 });
    await syncAll();
    for (const list of ['newsletter', 'shop', 'crm']) await readersOf(room.operator, 0, list);
    await app.nobody
      .post('/api/countersign/subscribe')
      .type('form')
      .send({ form: FORM.id, email: ADA })
      .expect(200);
    expect(await everything()).not.toMatch(TRACES);
  });
});
