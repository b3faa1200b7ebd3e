import { hireOn } from '../support/conditions';
import {
  addReader,
  approve,
  openNewsroom,
  stateOf,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, type Colleague } from '../support/staff';
import { bootStrapi, type Caller, type TestApp } from '../support/strapi';

let app: TestApp;
let room: Newsroom;
let blind: Colleague;
let edition: { id: string; readersAtSubmit: number };
let campaign: string;

beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  blind = await hire(app, 'Bea', ['campaign.approve']);
  await addReader(app, room);
});
afterAll(() => app.close());
beforeEach(async () => {
  campaign = await writeCampaign(room.author);
  edition = await submit(room.author, campaign);
});

const at = (rest = '') => `/countersign/editions/${edition.id}/comments${rest}`;
const say = (who: Caller, text: unknown) => who.post(at(), { text });
const listed = async (who: Caller) => (await who.get(at()).expect(200)).body.results;

it('passes words between approver and author, who both see whose they are', async () => {
  await say(room.approver, 'Is it Monday?\n火曜日では？').expect(201);
  await say(room.author, 'Monday it is.').expect(201);
  const [question, answer] = await listed(room.author);
  expect(question).toMatchObject({
    person: { id: room.approver.id, name: 'Ben Example' },
    ...{ text: 'Is it Monday?\n火曜日では？', takenBackAt: null, isMine: false },
  });
  expect(answer).toMatchObject({ text: 'Monday it is.', isMine: true });
});

it('leaves the approver an approver, and the approval an approval', async () => {
  await say(room.approver, 'Looks fine.').expect(201);
  await approve(room.approver, edition).expect(200);
  await say(room.author, 'Thank you.').expect(201);
  expect(await stateOf(room.author, edition.id)).toBe('approved');
  const { body } = await room.author.get(`/countersign/campaigns/${campaign}`).expect(200);
  expect(body.hands.map(({ person }: { person: { id: string } }) => person.id)).toEqual([
    room.author.id,
  ]);
});

it('is for who takes part in the review and sees the campaign; others who see it read on', async () => {
  await say(room.operator, 'Hello').expect(403);
  await say(blind, 'Hello').expect(403);
  await say(room.author, 'Hello').expect(201);
  expect(await listed(room.operator)).toHaveLength(1);
  await blind.get(at()).expect(403);
  await app.nobody.get(at()).expect(401);
});

it('lets nobody but its writer take a comment back', async () => {
  const { body } = await say(room.author, 'A mistake').expect(201);
  const refused = await room.approver.delete(at(`/${body.id}`)).expect(403);
  expect(refused.body.error.details.code).toBe('not-yours');
  await room.author.delete(at(`/${body.id}`)).expect(200);
  expect(await listed(room.approver)).toMatchObject([{ id: body.id, text: null }]);
  await room.author.delete(at('/nothing')).expect(404);
});

it('keeps a malformed comment, an empty one and a long one out in words', async () => {
  for (const text of ['', '   ', 'x'.repeat(2001), 'x'.repeat(20_000), 7, null, { $ne: 1 }]) {
    expect((await say(room.author, text)).status).toBe(422);
  }
  expect((await say(room.author, 'x'.repeat(10_000_000))).status).toBe(413);
  const { body } = await say(room.author, 'x'.repeat(2001));
  expect(body.error).toMatchObject({
    details: { code: 'comment-too-long' },
    message: 'This comment is too long: 2,000 characters fit.',
  });
  expect(await listed(room.author)).toEqual([]);
});

it.each(['<script>alert(1)</script>', '{{x}}', "'; drop table users; --"])(
  'gives %j back as the letters it is',
  async (text) => {
    await say(room.author, text).expect(201);
    expect(await listed(room.author)).toMatchObject([{ text }]);
  },
);

it('asks for the campaign where the rights hang on a condition', async () => {
  const condition = 'plugin::countersign.own-campaigns';
  const permissions = ['campaign.read', 'campaign.approve'] as const;
  const stranger = await hireOn(app, 'Nia', { condition, permissions });
  await stranger.get(at()).expect(403);
  await say(stranger, 'Hello').expect(403);
  expect(await listed(room.author)).toEqual([]);
});
