import { list, type List } from '../../server/src/contracts/list-shapes';
import { TABLES, USER_UID } from '../../server/src/names';
import { eventually } from '../support/newsroom';
import { giveContent, hire, hireSuperAdmin, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

const FIELDS = { email: 'email', name: 'displayName', consent: 'newsletterConsent' };
const JAPANESE = { all: [{ field: 'language', is: 'equal', value: 'ja' }] };
const KEPT = { id: 'newsletter' };
const aWish = (id: string, change: object = {}) => ({
  ...{ id, contentType: USER_UID, list: { name: 'Spring fair' } },
  ...{ fields: FIELDS, filter: JAPANESE },
  ...change,
});

let app: TestApp;
let chief: Colleague;
beforeAll(async () => {
  app = await bootStrapi();
  chief = await hireSuperAdmin(app, 'Chief');
  for (const [name, language] of [
    ['ann', 'ja'],
    ['ben', 'ja'],
    ['cat', 'en'],
  ]) {
    await addUser(name ?? '', { language, newsletterConsent: true });
  }
  await addUser('dan', { language: 'ja', newsletterConsent: false });
});
afterAll(() => app.close());

const users = () => app.strapi.db.query(USER_UID);
const addUser = (name: string, rest: object) => {
  const said = { provider: 'local', confirmed: true, blocked: false };
  return users().create({
    data: { ...said, ...rest, username: name, email: `${name}@readers.example.test` },
  });
};

const listIs = (id: string, what: string, isIt: (list: List) => boolean) =>
  eventually(what, async () => {
    const { body } = await chief.get(`/countersign/lists/${id}`).expect(200);
    const shown = list.parse(body);
    return isIt(shown) ? shown : undefined;
  });

it('tells before anything is saved what a source would do, with masked examples', async () => {
  const { body } = await chief.post('/countersign/sources/try', aWish('fair')).expect(200);
  expect(body).toMatchObject({ looked: 3, isCutShort: false, wouldAdd: 2, alreadyOn: 0 });
  expect(body.leftOut).toEqual({ 'no-consent': 1 });
  expect(body.examples).toHaveLength(3);
  expect(JSON.stringify(body)).not.toContain('@readers');
  expect(await app.strapi.db.getConnection(TABLES.sources).select()).toEqual([]);
});

it('fills its list, follows its people by their rows, and lets them go when it is removed', async () => {
  const { body: made } = await chief.post('/countersign/sources', aWish('fair')).expect(201);
  expect(made).toEqual({ id: 'fair', list: 'spring-fair' });
  const full = await listIs('spring-fair', 'two readers', ({ readers }) => readers === 2);
  expect(full.sources).toMatchObject([{ id: 'fair', madeHere: true, isLeaving: false }]);

  await addUser('eva', { language: 'ja', newsletterConsent: true });
  await listIs('spring-fair', 'a third, by the hook', ({ readers }) => readers === 3);
  await users().update({ where: { username: 'eva' }, data: { language: 'en' } });
  await listIs('spring-fair', 'two again, by the filter', ({ readers }) => readers === 2);

  const { filter: _all, ...everybody } = { fields: FIELDS, filter: JAPANESE };
  const { changedAt } = (await chief.get('/countersign/sources/fair').expect(200)).body;
  await chief.put('/countersign/sources/fair', { ...everybody, changedAt }).expect(200);
  await listIs('spring-fair', 'all four', ({ readers }) => readers === 4);

  const shown = await chief.get('/countersign/sources/fair').expect(200);
  expect(shown.body).toMatchObject({ onList: 4, contentType: USER_UID, fields: FIELDS });
  const tooFew = await chief.post('/countersign/sources/fair/remove', { leaving: 3 });
  expect([tooFew.status, tooFew.body.error.details.code]).toEqual([409, 'run-moved-on']);
  await chief.post('/countersign/sources/fair/remove', { leaving: 4 }).expect(202);
  const empty = await listIs('spring-fair', 'nobody', (list) => list.sources.length === 0);
  expect(empty.readers).toBe(0);
  await listIs('newsletter', 'the other list as it was', ({ readers }) => readers === 4);

  await addUser('fay', { language: 'ja', newsletterConsent: true });
  await listIs('newsletter', 'the other list goes on', ({ readers }) => readers === 5);
  await chief.get('/countersign/sources/fair').expect(404);
  const again = await chief.post('/countersign/sources', aWish('fair', { list: { name: 'New' } }));
  expect([again.status, again.body.error.details.code]).toEqual([409, 'source-taken']);

  const rows = await app.strapi.db.getConnection(TABLES.audit).where('act', 'like', 'source.%');
  expect(rows.map(({ act }: { act: string }) => act).sort()).toEqual([
    ...['source.change', 'source.create', 'source.remove'],
  ]);
  expect(JSON.stringify(rows)).toContain('newsletterConsent');
});

it('keeps with each consent which words it was to, and with earlier ones what they had', async () => {
  const list = { name: 'Worded' };
  await chief
    .post('/countersign/sources', aWish('worded', { list, wording: '2026-11' }))
    .expect(201);
  await listIs('worded', 'those of the filter', ({ readers }) => readers > 0);
  const seen = (await chief.get('/countersign/sources/worded').expect(200)).body;
  expect(seen.wording).toBe('2026-11');
  const { changedAt } = seen;
  const changed = { fields: FIELDS, wording: '2027-01', changedAt };
  await chief.put('/countersign/sources/worded', changed).expect(200);
  await listIs('worded', 'everybody', ({ readers }) => readers >= 5);
  const wordings = async (label: string) => {
    const { body } = await chief.get(`/countersign/subscribers?list=worded`).expect(200);
    const found = body.results.find((one: { label: string }) => one.label.startsWith(label));
    const { consents } = (await chief.get(`/countersign/subscribers/${found.id}`).expect(200)).body;
    return consents.flatMap((one: { list: string; wording: string | null }) =>
      one.list === 'worded' ? one.wording : [],
    );
  };
  expect([await wordings('a'), await wordings('c')]).toEqual([['2026-11'], ['2027-01']]);
});

it.each([
  ['a name the configuration has', aWish('users'), 409, 'source-taken'],
  ['a list there is', aWish('x', { list: { name: 'Newsletter' } }), 409, 'list-taken'],
  ['a list there is not', aWish('x', { list: { id: 'nowhere' } }), 404, 'no-such-list'],
  ['a type of Strapi’s own', aWish('x', { contentType: 'admin::user' }), 403, 'type-not-readable'],
  [
    'a private field as a name',
    aWish('x', { list: KEPT, fields: { ...FIELDS, name: 'resetPasswordToken' } }),
    422,
    'invalid-request',
  ],
  [
    'a filter over the address',
    aWish('x', { list: KEPT, filter: { all: [{ field: 'email', is: 'known' }] } }),
    422,
    'invalid-request',
  ],
  [
    'a filter that picks out one person',
    aWish('x', {
      list: KEPT,
      filter: { all: [{ field: 'username', is: 'equal', value: 'ann@readers.example.test' }] },
    }),
    422,
    'invalid-request',
  ],
  [
    'a consent that picks out one person',
    aWish('x', {
      list: KEPT,
      fields: { ...FIELDS, consent: 'email' },
      consentIs: ['ann@readers.example.test'],
    }),
    422,
    'invalid-request',
  ],
  [
    'an address for the words people agree to',
    aWish('x', { list: KEPT, wording: 'ask ann@readers.example.test' }),
    422,
    'invalid-request',
  ],
])('refuses %s', async (_, wish, status, code) => {
  const answer = await chief.post('/countersign/sources', wish);
  expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
  expect(JSON.stringify(answer.body)).not.toContain('@readers');
});

it('changes and removes nothing that is set up in the configuration', async () => {
  const answer = await chief.put('/countersign/sources/users', { fields: FIELDS, changedAt: 0 });
  expect([answer.status, answer.body.error.details.code]).toEqual([409, 'source-in-configuration']);
  await chief.post('/countersign/sources/users/remove', { leaving: 9 }).expect(409);
});

describe('somebody who may keep lists', () => {
  it('makes nothing of people whom the Content Manager does not show them', async () => {
    const clerk = await hire(app, 'Cleo', ['list.read', 'list.write']);
    expect((await clerk.get('/countersign/source-types').expect(200)).body.results).toEqual([]);
    for (const path of ['sources', 'sources/try']) {
      const answer = await clerk.post(`/countersign/${path}`, aWish('clerks'));
      expect([answer.status, answer.body.error.details.code]).toEqual([403, 'type-not-readable']);
    }
    const trail = await chief.get('/countersign/audit').expect(200);
    const tried = { act: 'list.write', result: 'type-not-readable' };
    expect(trail.body.results.slice(0, 2)).toMatchObject([tried, tried]);
  });

  it.each([
    ['of a field that is hidden from them', { fields: ['email', 'displayName', 'language'] }, []],
    [
      'under a condition',
      { fields: ['email', 'displayName', 'language', 'newsletterConsent'] },
      ['admin::is-creator'],
    ],
  ])('nor %s', async (name, properties, conditions) => {
    const clerk = await hire(app, `Nora${name.length}`, ['list.read', 'list.write']);
    await giveContent(app, clerk, { subject: USER_UID, properties, conditions });
    const answer = await clerk.post('/countersign/sources/try', aWish('clerks'));
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'type-not-readable']);
  });

  it('learns of nobody whether we know or keep off their address, without that right', async () => {
    const clerk = await hire(app, 'Otto', ['list.read', 'list.write']);
    const properties = { fields: ['email', 'displayName', 'language', 'newsletterConsent'] };
    await giveContent(app, clerk, { subject: USER_UID, properties, conditions: [] });
    const wish = { ...aWish('clerks'), list: KEPT };
    const before = (await clerk.post('/countersign/sources/try', wish).expect(200)).body;
    const address = 'ann@readers.example.test';
    const done = await chief.post('/countersign/suppressions', { address, note: null }).expect(201);
    expect(done.body).toEqual({ label: 'a•••@r•••.test' });
    expect((await clerk.post('/countersign/sources/try', wish).expect(200)).body).toEqual(before);
    const { leftOut } = (await chief.post('/countersign/sources/try', wish).expect(200)).body;
    expect(leftOut).toMatchObject({ suppressed: 1 });
  });

  it('nor by how many of a list are left out because they are suppressed', async () => {
    const clerk = await hire(app, 'Ossi', ['list.read', 'list.write']);
    const full = await listIs('newsletter', 'one who is suppressed', ({ sources }) =>
      sources.some(({ leftOut }) => leftOut.suppressed === 1),
    );
    const { id } = full;
    await chief.post(`/countersign/lists/${id}/sync`).expect(202);
    await listIs(id, 'a run that met them', ({ sources }) =>
      sources.some(({ lastRun }) => lastRun?.leftOut.suppressed === 1),
    );
    for (const path of ['lists', `lists/${id}`]) {
      const { body } = await clerk.get(`/countersign/${path}`).expect(200);
      expect(JSON.stringify(body)).toContain('no-consent');
      expect(JSON.stringify(body)).not.toContain('suppressed');
    }
  });

  it('sees examples only with the right to see subscribers', async () => {
    const clerk = await hire(app, 'Olga', ['list.read', 'list.write']);
    const properties = { fields: ['email', 'displayName', 'language', 'newsletterConsent'] };
    await giveContent(app, clerk, { subject: USER_UID, properties, conditions: [] });
    const { body } = await clerk.post('/countersign/sources/try', aWish('clerks')).expect(200);
    expect(body.examples).toBeNull();
    expect(body).toMatchObject({ looked: expect.any(Number), alreadyOn: null });
    const types = await clerk.get('/countersign/source-types').expect(200);
    expect(types.body.results).toMatchObject([{ uid: USER_UID, name: 'User' }]);
    expect(types.body.results[0].fields.map(({ name }: { name: string }) => name)).toEqual(
      expect.not.arrayContaining(['provider', 'resetPasswordToken']),
    );
  });
});
