import type { Core } from '@strapi/strapi';
import { ADMIN_USER_UID } from '../../server/src/names';
import {
  addReader,
  approve,
  openNewsroom,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, hireSuperAdmin, PARTS, PASSWORD, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';
import { rowsOf } from '../support/tables';

let app: TestApp;
let strapi: Core.Strapi;
let room: Newsroom;
/** Writes, and sets up accounts as well. */
let author: Colleague;

beforeAll(async () => {
  app = await bootStrapi({ env: { COUNTERSIGN_ACCOUNT_QUIET_DAYS: '7' } });
  ({ strapi } = app);
  room = await openNewsroom(app);
  author = await hireSuperAdmin(app, 'Aki');
  await addReader(app, room);
});

afterAll(() => app.close());

const changesOf = async ({ id }: { id: string }): Promise<string[]> => {
  const all = await rowsOf(strapi, 'countersign_account_changes');
  const rows = all.filter(({ account }) => account === id);
  return rows.map(({ kind, person }) => `${String(kind)} by ${nameOf(String(person), id)}`);
};

const nameOf = (person: string, account: string): string =>
  ({ [account]: 'themself', [author.id]: 'Aki', [room.chief.id]: 'Chief' })[person] ?? person;

const editionBy = async (writer: Colleague) => submit(writer, await writeCampaign(writer));

describe('what is noted of an admin account', () => {
  it('is who made it, gave it roles, an address, a password, or switched it off', async () => {
    const eve = await hire(app, 'Eve', PARTS.approver);
    const at = `/admin/users/${eve.rowId}`;
    await author.put(at, { roles: [room.author.roleId] }).expect(200);
    await author.put(at, { email: 'eve2@staff.example.test' }).expect(200);
    await author.put(at, { password: 'Another-one-1' }).expect(200);
    await author.put(at, { isActive: false }).expect(200);
    expect(await changesOf(eve)).toEqual([
      'created by unknown',
      ...['roles', 'email', 'password', 'active'].map((kind) => `${kind} by Aki`),
    ]);
  });

  it('is nothing when a name or a language changes, or somebody signs in', async () => {
    const fay = await hire(app, 'Fay', PARTS.approver);
    const before = await changesOf(fay);
    await author.put(`/admin/users/${fay.rowId}`, { firstname: 'Faye' }).expect(200);
    await app.nobody.post('/admin/login', { email: fay.email, password: PASSWORD }).expect(200);
    expect(await changesOf(fay)).toEqual(before);
  });

  it('is their own when they change their password or use the link they were sent', async () => {
    const gil = await hire(app, 'Gil', PARTS.approver);
    const next = { currentPassword: PASSWORD, password: 'Another-one-1' };
    await gil.put('/admin/users/me', next).expect(200);
    await strapi.db.query(ADMIN_USER_UID).update({
      where: { id: gil.rowId },
      data: {
        resetPasswordToken: 'a-token-from-the-mailbox',
        resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000),
      },
    });
    const reset = { resetPasswordToken: 'a-token-from-the-mailbox', password: 'Yet-another-1' };
    await app.nobody.post('/admin/reset-password', reset).expect(200);
    expect(await changesOf(gil)).toEqual([
      'created by unknown',
      'password by themself',
      'password by themself',
    ]);
  });

  it('is in the audit trail, without an address', async () => {
    const all = await rowsOf(strapi, 'countersign_audit');
    const rows = all.filter(({ act }) => act === 'account.change');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('@');
  });
});

describe('an approver whose account the author has touched', () => {
  const invited = async (name: string): Promise<Colleague> => {
    const email = `${name.toLowerCase()}@staff.example.test`;
    const person = { firstname: name, lastname: 'Example', email };
    const { body } = await author
      .post('/admin/users', { ...person, roles: [room.approver.roleId] })
      .expect(201);
    const { registrationToken, id, documentId } = body.data;
    const userInfo = { firstname: name, lastname: 'Example', password: PASSWORD };
    const registered = await app.nobody
      .post('/admin/register', { registrationToken, userInfo })
      .expect(200);
    const { token } = registered.body.data;
    return {
      ...app.withToken(token),
      ...{ id: documentId, rowId: id, roleId: room.approver.roleId, email, token },
      name: `${name} Example`,
    };
  };

  it('is refused, and told who did it, when, and who else may approve', async () => {
    const hal = await invited('Hal');
    expect(await changesOf(hal)).toContain('created by Aki');
    const edition = await editionBy(author);
    const { status, body } = await approve(hal, edition);
    expect(status).toBe(403);
    expect(body.error.details.code).toBe('account-not-quiet');
    expect(body.error.message).toMatch(/^Aki Example created your account on \d+ \w+ \d{4}/);
    expect(body.error.message).toContain('Ben Example');
    expect(body.error.message).not.toContain('@');
    await approve(room.approver, edition).expect(200);
  });

  it('reads the same on the edition, before they try', async () => {
    const ida = await invited('Ida');
    const edition = await editionBy(author);
    const inJapanese = app.withToken(ida.token, 'ja');
    const { body } = await inJapanese.get(`/countersign/editions/${edition.id}`).expect(200);
    expect(body.mayCountersign).toMatchObject({ allowed: false, code: 'account-not-quiet' });
    expect(body.mayCountersign.text).toMatch(/Aki Exampleさんがあなたのアカウントを作成しました/);
  });

  it('may approve what others wrote', async () => {
    const jan = await invited('Jan');
    await approve(jan, await editionBy(room.author)).expect(200);
  });

  it('holds an approved edition when it is touched before sending starts', async () => {
    const edition = await editionBy(author);
    await approve(room.approver, edition).expect(200);
    const password = PASSWORD;
    await author.put(`/admin/users/${room.approver.rowId}`, { password }).expect(200);
    const { status, body } = await room.operator.post(`/countersign/editions/${edition.id}/start`);
    expect([status, body.error.details.code]).toEqual([409, 'held']);
  });
});
