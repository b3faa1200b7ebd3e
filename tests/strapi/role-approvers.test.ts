import {
  addReader,
  approve,
  openNewsroom,
  stateOf,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, PARTS, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let room: Newsroom;
let editor: Colleague;
let lawyer: Colleague;

beforeAll(async () => {
  const rules = { required: 2, fromEachOf: ['chief-editor', 'legal'] };
  app = await bootStrapi({ env: { COUNTERSIGN_MORE_APPROVAL: JSON.stringify(rules) } });
  room = await openNewsroom(app);
  await addReader(app, room);
});
afterAll(async () => {
  delete process.env.COUNTERSIGN_MORE_APPROVAL;
  await app.close();
});

const roles = () => app.strapi.db.query('admin::role');

async function hireAs(code: string, name: string): Promise<Colleague> {
  const somebody = await hire(app, name, PARTS.approver);
  await roles().update({ where: { id: somebody.roleId }, data: { code, name: `The ${code}` } });
  return somebody;
}

const underReview = async () => submit(room.author, await writeCampaign(room.author));
const desk = async (who: Colleague, id: string) =>
  (await who.get(`/countersign/editions/${id}`).expect(200)).body;

it('names in the set-up the roles that do not exist, until they do', async () => {
  const before = await room.chief.get('/countersign/set-up').expect(200);
  expect(before.body.missing).toEqual([
    {
      code: 'approval-role',
      text: 'approval.fromEachOf names a role that does not exist, so nothing can be countersigned: chief-editor, legal',
    },
  ]);
  editor = await hireAs('chief-editor', 'Eda');
  lawyer = await hireAs('legal', 'Lea');
  expect((await room.chief.get('/countersign/set-up')).body.ready).toBe(true);
});

it('shows the roles by name among the rules', async () => {
  const { body } = await room.chief.get('/countersign/settings/approval').expect(200);
  expect(body.fromEachOf).toEqual(['The chief-editor', 'The legal']);
});

it('lets one from each countersign, and says at the desk who is missing', async () => {
  const edition = await underReview();
  expect((await desk(editor, edition.id)).approvals).toEqual({
    ...{ given: 0, required: 2, missing: 2 },
    seats: { missing: 2, roles: ['The chief-editor', 'The legal'] },
  });
  await approve(editor, edition).expect(200);
  const shown = await desk(lawyer, edition.id);
  expect(shown.approvals.seats).toEqual({ missing: 1, roles: ['The legal'] });
  expect(shown.mayCountersign.allowed).toBe(true);
  await approve(lawyer, edition).expect(200);
  expect(await stateOf(room.author, edition.id)).toBe('approved');
});

it('turns whoever fills no seat away in words, Super Admin included', async () => {
  const edition = await underReview();
  await approve(editor, edition).expect(200);
  const words =
    'Still needed: one from “The legal”. Your signature would not count as that, and there is no room for another.';
  for (const who of [room.approver, room.chief]) {
    const { body } = await approve(who, edition).expect(403);
    expect(body.error).toMatchObject({ message: words, details: { code: 'other-role-needed' } });
    expect((await desk(who, edition.id)).mayCountersign).toEqual({
      ...{ allowed: false, code: 'other-role-needed', text: words },
    });
  }
  const inJapanese = await app
    .withToken(room.approver.token, 'ja')
    .post(`/countersign/editions/${edition.id}/approve`, { readersShown: 1 });
  expect(inJapanese.body.error.message).toBe(
    '「The legal」の人の承認が必要です。あなたの承認はこれに当たらず、ほかに承認できる枠は残っていません。',
  );
  expect(await stateOf(room.author, edition.id)).toBe('in-review');
});

it('holds an edition whose approver has lost the role before the start', async () => {
  const edition = await underReview();
  await approve(editor, edition).expect(200);
  await approve(lawyer, edition).expect(200);
  await roles().update({ where: { id: lawyer.roleId }, data: { code: 'not-legal' } });
  await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(409);
  const held = await desk(room.approver, edition.id);
  expect([held.state, held.heldBecause]).toEqual(['held', 'roles']);
});
