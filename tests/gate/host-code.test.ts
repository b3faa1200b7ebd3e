import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { ADMIN_USER_UID, CAMPAIGN_UID } from '../../server/src/names';
import { expectNothingUnapproved, openOffice, type Office } from '../support/gate/office';
import { createTable } from '../support/gate/record';
import { inRequest } from '../support/in-request';
import { stateOf } from '../support/newsroom';
import type { Colleague } from '../support/staff';

type Act = (params: object) => Promise<unknown>;

let office: Office;
const table = createTable(2, 'Code of the site and of other plugins');

beforeAll(async () => {
  office = await openOffice();
});

afterAll(async () => {
  table.write();
  await office.close();
});

const words = { subject: 'By a program' };

/** Every writing action of Strapi's document service. */
const DOCUMENT_ACTS: Readonly<Record<string, object>> = {
  create: { data: { name: 'By a program', ...words } },
  update: { locale: 'en', data: words },
  clone: { data: { name: 'A copy' } },
  delete: { locale: '*' },
  publish: { locale: 'en' },
  unpublish: { locale: 'en' },
  discardDraft: { locale: 'en' },
};

/** What is below it, where nobody can be refused. */
const QUERY_ACTS: Readonly<Record<string, (where: object) => object>> = {
  update: (where) => ({ where: { ...where, locale: 'en' }, data: words }),
  updateMany: (where) => ({ where, data: words }),
  delete: (where) => ({ where: { ...where, locale: 'en' } }),
  deleteMany: (where) => ({ where }),
};

const by = (name: string) => ({ auth: { strategy: { name } } });

/** In whose request the code runs, and with what state. Whatever user it carries, the strategy counts. */
const STRANGE: Readonly<Record<string, (user: object) => object>> = {
  'nobody signed in': () => ({}),
  'an API token': (user) => ({ ...by('content-api-token'), user }),
  'a user of the site': (user) => ({ ...by('users-permissions'), user }),
  'a strategy of its own': (user) => ({ ...by('something-new'), user }),
};
const PEOPLE = ['author', 'approver', 'operator', 'chief'] as const;

describe.each(Object.keys(DOCUMENT_ACTS))('documents.%s()', (act) => {
  const run = () => documentAct(act)({ documentId: office.campaign, ...DOCUMENT_ACTS[act] });

  it.each(Object.entries(STRANGE))('is refused in the request of %s', async (whose, state) => {
    const ability = { userAbility: { can: () => true } };
    const user = await userOf(office.room.chief);
    await expectRefused({ act, whose }, { ...state(user), ...ability }, run);
  });

  it.each(['approver', 'operator'] as const)(
    'is refused in the request of the %s',
    async (part) => {
      await expectRefused({ act, whose: part }, await sessionOf(office.room[part]), run);
    },
  );

  it.each(['author', 'chief'] as const)('is harmless in the request of the %s', async (part) => {
    const state = await sessionOf(office.room[part]);
    await expectHarmless({ act: `documents.${act}()`, whose: part }, () =>
      inRequest(office.app.strapi, state, run),
    );
  });

  it('is harmless outside of any request', () =>
    expectHarmless({ act: `documents.${act}()`, whose: 'no request' }, run));
});

describe.each(Object.keys(QUERY_ACTS))('db.query().%s()', (act) => {
  const run = () => queryAct(act)(QUERY_ACTS[act]?.({ documentId: office.campaign }) ?? {});

  it.each(Object.entries(STRANGE))('is harmless in the request of %s', async (whose, state) => {
    const user = await userOf(office.room.chief);
    await expectHarmless({ act: `db.query().${act}()`, whose }, () =>
      inRequest(office.app.strapi, state(user), run),
    );
  });

  it.each(PEOPLE)('is harmless in the request of the %s', async (part) => {
    const state = await sessionOf(office.room[part]);
    await expectHarmless({ act: `db.query().${act}()`, whose: part }, () =>
      inRequest(office.app.strapi, state, run),
    );
  });

  it('is harmless outside of any request', () =>
    expectHarmless({ act: `db.query().${act}()`, whose: 'no request' }, run));
});

interface What {
  readonly act: string;
  readonly whose: string;
}

async function expectRefused(
  { act, whose }: What,
  state: object,
  run: () => Promise<unknown>,
): Promise<void> {
  await office.restore();
  const before = await office.print();
  const refused = await inRequest(office.app.strapi, state, () =>
    run().catch((error: unknown) => error),
  );
  const seen = note({ act: `documents.${act}()`, whose }, refused);
  expect(refused).toBeInstanceOf(isThere(act) ? errors.PolicyError : TypeError);
  expect(await office.print()).toBe(before);
  await expectNothingUnapproved(office);
  seen();
}

/** Whatever it did to the campaign, nobody can send what was under review, nor what is there now. */
async function expectHarmless(what: What, run: () => Promise<unknown>): Promise<void> {
  await office.restore();
  const { campaign, edition, room } = office;
  const before = await textOf(campaign);
  const seen = note(what, await run().catch((error: unknown) => error));
  const isSame = (await textOf(campaign)) === before;
  expect(await stateOf(room.operator, edition.id)).toBe(isSame ? 'in-review' : 'void');
  expect((await room.operator.post(`/countersign/editions/${edition.id}/start`)).status).toBe(409);
  await expectNothingUnapproved(office);
  seen();
}

function note({ act, whose }: What, outcome: unknown): () => void {
  const isRefused = outcome instanceof Error;
  const answer = isRefused ? (outcome instanceof errors.PolicyError ? 'no' : 'none') : 'ok';
  const seen = table.note({ door: act, caller: whose, answer });
  return () => seen(isRefused ? 'refused' : 'harmless');
}

const documents = (): Readonly<Record<string, Act | undefined>> =>
  office.app.strapi.documents(CAMPAIGN_UID) as never;
/** A type without drafts has no publishing at all. */
const isThere = (act: string): boolean => documents()[act] !== undefined;
const documentAct =
  (act: string): Act =>
  async (params) =>
    (documents()[act] as Act)(params);
const queryAct =
  (act: string): Act =>
  async (params) =>
    (office.app.strapi.db.query(CAMPAIGN_UID) as unknown as Record<string, Act>)[act]?.(params);

const textOf = async (documentId: string): Promise<string> =>
  JSON.stringify(
    await office.app.strapi.db
      .query(CAMPAIGN_UID)
      .findMany({ where: { documentId }, select: ['locale', 'subject', 'body'] }),
  );

const userOf = async ({ rowId }: Colleague): Promise<object> =>
  office.app.strapi.db.query(ADMIN_USER_UID).findOne({ where: { id: rowId }, populate: ['roles'] });

interface PermissionService {
  engine: { generateUserAbility(user: object): Promise<object> };
}

/** What Strapi's own authentication leaves behind for somebody who signed in. */
async function sessionOf(colleague: Colleague): Promise<object> {
  const user = await userOf(colleague);
  const { engine } = permissionsOf(office.app.strapi);
  return { ...by('admin'), user, userAbility: await engine.generateUserAbility(user) };
}

const permissionsOf = (strapi: Core.Strapi) =>
  strapi.service('admin::permission') as unknown as PermissionService;
