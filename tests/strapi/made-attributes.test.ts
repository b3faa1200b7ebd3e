import { SEGMENT_ENDPOINTS } from '../../server/src/contracts/segments';
import { SOURCE_ENDPOINTS, type SourceWish } from '../../server/src/contracts/sources';
import type { Rule } from '../../server/src/domain/segments/rule';
import { USER_UID } from '../../server/src/names';
import {
  approve,
  campaignAt,
  eventually,
  openNewsroom,
  readersOf,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { giveContent, hire } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

const FIELDS = { email: 'email', name: 'displayName', consent: 'newsletterConsent' };
const TONGUE = { name: 'tongue', field: 'language' };
const aWish = (change: Partial<SourceWish> = {}): SourceWish => ({
  ...{ id: 'fair', contentType: USER_UID, list: { name: 'Spring fair' } },
  ...{ fields: FIELDS, attributes: [TONGUE] },
  ...change,
});
const JAPANESE: Rule = { kind: 'text', attribute: 'tongue', is: 'equal', value: 'ja' };

let app: TestApp;
let room: Newsroom;
beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  await signUp(
    app.strapi,
    Array.from({ length: 12 }, (_, at) => ({
      ...{ email: `reader${at}@readers.example.test`, name: `R${at}` },
      language: at < 7 ? 'ja' : 'en',
    })),
  );
});
afterAll(() => app.close());

const attributes = async () => {
  const { body } = await room.chief.get('/countersign/segments/attributes').expect(200);
  return SEGMENT_ENDPOINTS['segments.attributes'].answer.parse(body).results;
};
const fair = async () => {
  const { body } = await room.chief.get('/countersign/sources/fair').expect(200);
  return SOURCE_ENDPOINTS['sources.find'].answer.parse(body);
};
const tongues = () =>
  eventually('seven who read Japanese', async () => {
    const { body } = await room.chief.post('/countersign/segments/count', { rule: JAPANESE });
    return body.readers === 7 ? body : undefined;
  });

it('tells of an attribute in numbers before anything is saved', async () => {
  const { body } = await room.chief.post('/countersign/sources/try', aWish()).expect(200);
  expect(body.attributes).toEqual([{ name: 'tongue', kind: 'text', known: 12, different: 2 }]);
  expect(await attributes()).not.toContainEqual({ name: 'tongue', kind: 'text' });
});

it('is asked for by segments at once, narrows a campaign, and voids it when it is taken out', async () => {
  await room.chief.post('/countersign/sources', aWish()).expect(201);
  expect(await attributes()).toContainEqual({ name: 'tongue', kind: 'text' });
  await readersOf(room.chief, 12, 'spring-fair');
  await tongues();

  const segment = await room.chief
    .post('/countersign/segments', { name: 'Japanese', rule: JAPANESE })
    .expect(201);
  const campaign = await writeCampaign(room.author);
  const audience = { include: ['spring-fair'], exclude: [], segments: [segment.body.id] };
  for (const locale of ['en', 'ja']) {
    await room.author.put(campaignAt(campaign, locale), { audience }).expect(200);
  }
  const edition = await submit(room.author, campaign);
  expect(edition.readersAtSubmit).toBe(7);
  await approve(room.approver, edition).expect(200);

  const shown = await fair();
  expect(shown.attributes).toEqual([TONGUE]);
  const without = { fields: FIELDS, changedAt: shown.changedAt };
  await room.chief.put('/countersign/sources/fair', without).expect(200);
  expect(await attributes()).not.toContainEqual({ name: 'tongue', kind: 'text' });
  const { body } = await room.operator.get(`/countersign/editions/${edition.id}`).expect(200);
  expect(body).toMatchObject({ state: 'void' });
});

it('is counted again once its source says it again', async () => {
  const { changedAt } = await fair();
  const again = { fields: FIELDS, attributes: [TONGUE], changedAt };
  await room.chief.put('/countersign/sources/fair', again).expect(200);
  await tongues();
});

const ELEVEN = Array.from({ length: 11 }, (_, at) => ({ name: `t${at}`, field: 'language' }));

it.each([
  [
    'another kind than the configuration says',
    [{ name: 'plan', field: 'orders' }],
    'attribute-torn',
  ],
  ['more than there are places for', ELEVEN, 'attributes-full'],
])('refuses %s, in words', async (_, attributes, code) => {
  const wish = aWish({ id: 'other', list: { id: 'newsletter' }, attributes });
  for (const path of ['sources/try', 'sources']) {
    const answer = await room.chief.post(`/countersign/${path}`, wish);
    expect([answer.status, answer.body.error.details.code]).toEqual([409, code]);
    expect(answer.body.error.message).toMatch(/another kind|at most ten/);
  }
});

it('asks for no field that the Content Manager hides from whoever makes it', async () => {
  const clerk = await hire(app, 'Cleo', ['list.read', 'list.write']);
  const fields = ['email', 'displayName', 'newsletterConsent'];
  await giveContent(app, clerk, { subject: USER_UID, properties: { fields }, conditions: [] });
  const answer = await clerk.post('/countersign/sources/try', aWish());
  expect([answer.status, answer.body.error.details.code]).toEqual([403, 'type-not-readable']);
  const without = aWish({ attributes: undefined });
  await clerk.post('/countersign/sources/try', without).expect(200);
});
