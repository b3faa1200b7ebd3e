import { USER_UID } from '../../server/src/names';
import {
  campaignAt,
  openNewsroom,
  readersOf,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

const MEMBERS = {
  ...{ id: 'members', contentType: USER_UID, list: 'members' },
  fields: {
    ...{ email: 'email', consent: 'newsletterConsent' },
    attributes: {
      tongue: { field: 'language', kind: 'text' },
      joined: { field: 'createdAt', kind: 'date' },
      called: { field: 'displayName', kind: 'text' },
    },
  },
};
const JAPANESE = { kind: 'text', attribute: 'tongue', is: 'equal', value: 'JA' };
const LATELY = { kind: 'date', attribute: 'joined', is: 'in-the-last', days: 1 };

let app: TestApp;
let room: Newsroom;
let steward: Colleague;
let looker: Colleague;

beforeAll(async () => {
  app = await bootStrapi({ env: { COUNTERSIGN_MORE_SOURCES: JSON.stringify([MEMBERS]) } });
  room = await openNewsroom(app);
  steward = await hire(app, 'Sue', ['list.read', 'list.write']);
  looker = await hire(app, 'Lou', ['list.read']);
  await signUp(
    app.strapi,
    Array.from({ length: 12 }, (_, at) => ({
      ...{ email: `reader${at}@readers.example.test`, name: `R${at}` },
      language: at < 7 ? 'ja' : 'en',
    })),
  );
  await readersOf(room.operator, 12);
  await readersOf(room.operator, 12, 'members');
});
afterAll(() => app.close());

const AT = '/countersign/segments';
/** As it is now, and as whoever changes it has to have seen it. */
const change = async (id: string, written: object) => {
  const { changedAt } = (await looker.get(`${AT}/${id}`).expect(200)).body;
  return steward.put(`${AT}/${id}`, { ...written, changedAt }).expect(200);
};
const make = async (name: string, rule: object = JAPANESE): Promise<string> =>
  (await steward.post(AT, { name, rule }).expect(201)).body.id;

it('says what there is to ask for, and counts a rule before it is saved', async () => {
  const { body } = await looker.get(`${AT}/attributes`).expect(200);
  // The playground's own come first.
  expect(body.results.slice(-3)).toEqual([
    { name: 'tongue', kind: 'text' },
    { name: 'joined', kind: 'date' },
    { name: 'called', kind: 'text' },
  ]);
  const count = async (rule: object) =>
    (await looker.post(`${AT}/count`, { rule }).expect(200)).body;
  const about = { of: 10, isExact: false };
  expect(await count(JAPANESE)).toEqual({ ...about, readers: 10 });
  expect(await count({ kind: 'all', rules: [LATELY, { kind: 'not', rule: JAPANESE }] })).toEqual({
    ...{ ...about, readers: 10 },
  });
  const seen = await room.chief.post(`${AT}/count`, { rule: JAPANESE }).expect(200);
  expect(seen.body).toEqual({ readers: 7, of: 12, isExact: true });
});

it('does not say how many they are where one could tell who they are', async () => {
  const called = { kind: 'text', attribute: 'called', is: 'equal', value: 'R3' };
  const french = { kind: 'locale', locale: 'fr' };
  // Nobody, one, all but one and all: none tells whether a certain person is among them.
  const count = async (rule: object) =>
    (await looker.post(`${AT}/count`, { rule }).expect(200)).body.readers;
  expect([await count(called), await count(french)]).toEqual([null, null]);
  const butOne = await count({ kind: 'not', rule: called });
  expect(butOne).toBe(await count({ kind: 'not', rule: french }));
});

it('makes, shows, changes and removes segments, and says so in the audit trail', async () => {
  const id = await make('Japanese');
  const written = { name: 'Lately', rule: { kind: 'any', rules: [LATELY] } };
  const changed = await change(id, written);
  expect(changed.body).toMatchObject({ id, ...written, usedBy: { campaigns: 0 } });
  expect((await looker.get(`${AT}/${id}`).expect(200)).body).toEqual(changed.body);
  expect((await looker.get(AT).expect(200)).body.results).toContainEqual(changed.body);
  await steward.delete(`${AT}/${id}`).expect(200, { removed: true });
  await looker.get(`${AT}/${id}`).expect(404);
  const trail = await room.chief.get(`/countersign/audit?subject=${id}`).expect(200);
  expect(trail.body.results.map(({ act }: { act: string }) => act)).toEqual([
    ...['segment.remove', 'segment.change', 'segment.create'],
  ]);
});

it('is not changed by who has not seen what somebody else made of it', async () => {
  const id = await make('Worked on by two');
  const { changedAt } = (await looker.get(`${AT}/${id}`).expect(200)).body;
  const first = { name: 'The first', rule: LATELY, changedAt };
  await steward.put(`${AT}/${id}`, first).expect(200);
  const second = await steward.put(`${AT}/${id}`, { ...first, name: 'The second' }).expect(409);
  expect(second.body.error.details.code).toBe('changed-meanwhile');
  expect((await looker.get(`${AT}/${id}`).expect(200)).body.name).toBe('The first');
});

it('refuses with a code and in words', async () => {
  const id = await make('Taken');
  const codeOf = async (answer: ReturnType<Colleague['post']>) => {
    const { status, body } = await answer;
    return [status, body.error?.details?.code];
  };
  const written = (rule: object, name = 'New') => ({ name, rule });
  const deep = (levels: number): object =>
    levels === 0 ? JAPANESE : { kind: 'not', rule: deep(levels - 1) };
  expect(await codeOf(steward.post(AT, written(JAPANESE, ' TAKEN ')))).toEqual([
    ...[409, 'segment-name-taken'],
  ]);
  expect(await codeOf(steward.post(AT, written({ kind: 'list', list: 'gone' })))).toEqual([
    ...[422, 'segment-rule'],
  ]);
  expect(await codeOf(looker.post(`${AT}/count`, { rule: deep(6) }))).toEqual([
    ...[422, 'segment-rule'],
  ]);
  expect(await codeOf(looker.post(`${AT}/count`, { rule: deep(50) }))).toEqual([
    ...[422, 'invalid-request'],
  ]);
  expect(await codeOf(steward.put(`${AT}/gone`, { ...written(JAPANESE), changedAt: 0 }))).toEqual([
    ...[404, 'segment-unknown'],
  ]);
  expect(await codeOf(looker.post(AT, written(JAPANESE)))).toEqual([403, 'not-permitted']);
  expect(await codeOf(looker.delete(`${AT}/${id}`))).toEqual([403, 'not-permitted']);
});

it('narrows the audience of a campaign; an edition keeps it whatever becomes of the segment', async () => {
  const id = await make('Readers of Japanese');
  const campaign = await writeCampaign(room.author);
  const audience = { include: ['newsletter'], exclude: [], segments: [id] };
  for (const locale of ['en', 'ja']) {
    await room.author.put(campaignAt(campaign, locale), { audience }).expect(200);
  }
  const segments = [{ id, name: 'Readers of Japanese', rule: JAPANESE }];
  const shown = await room.author.get(`/countersign/campaigns/${campaign}`).expect(200);
  expect(shown.body.audience).toMatchObject({ readers: 10, isExact: false, leftOut: {}, segments });
  const revealed = await room.chief.get(`/countersign/campaigns/${campaign}`).expect(200);
  expect(revealed.body.audience).toMatchObject({ readers: 7, isExact: true });
  expect((await looker.get(`${AT}/${id}`)).body.usedBy).toEqual({ campaigns: 1 });
  const inUse = await steward.delete(`${AT}/${id}`).expect(409);
  expect(inUse.body.error.details.code).toBe('segment-in-use');

  const edition = await submit(room.author, campaign);
  expect(edition.readersAtSubmit).toBe(7);
  const other = { name: 'Others', rule: { kind: 'not', rule: JAPANESE } };
  await change(id, other);
  const desk = await room.approver.get(`/countersign/editions/${edition.id}`).expect(200);
  expect(desk.body).toMatchObject({
    state: 'in-review',
    audience: { readers: 7 },
    content: { audience: { include: ['newsletter'], exclude: [], segments } },
  });
});

it('holds a campaign back whose segment is gone', async () => {
  const campaign = await writeCampaign(room.author, 'Winter letter');
  const audience = { include: ['newsletter'], exclude: [], segments: ['gone'] };
  for (const locale of ['en', 'ja']) {
    await room.author.put(campaignAt(campaign, locale), { audience }).expect(200);
  }
  const { body } = await room.author.post(`/countersign/campaigns/${campaign}/submit`).expect(422);
  expect(body.error.details.problems).toMatchObject([
    { code: 'segment-unknown', where: 'audience' },
  ]);
});
