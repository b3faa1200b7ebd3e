import { actionOf, TABLES } from '../../server/src/names';
import { aSourceWish, openOffice, READERS, type Office } from '../support/gate/office';
import { createTable } from '../support/gate/record';
import { approve, campaignAt, SENDER, stateOf, submit, writeCampaign } from '../support/newsroom';
import { pictureBlock, replacePicture, uploadPicture } from '../support/pictures';
import { CONTENT_ACTS, hire, hireSuperAdmin, PARTS, type Colleague } from '../support/staff';
import { adminTokenOf } from '../support/strangers';
import type { Caller } from '../support/strapi';

let office: Office;
/** Writes, submits and approves: one person with both parts. */
let both: Colleague;
/** Has no hand in anything, and sets up accounts. */
let deputy: Colleague;
/** Keeps what campaigns are sent with, and approves; writes none. */
let keeper: Colleague;
const table = createTable(3, 'Approving what one had a hand in');

const KEEPING = [...PARTS.approver, 'list.write', 'settings.write'] as const;
const BOTH = [...PARTS.author, 'campaign.approve'] as const;

beforeAll(async () => {
  office = await openOffice();
  both = await hire(office.app, 'Sato', BOTH);
  deputy = await hireSuperAdmin(office.app, 'Deputy');
  keeper = await hire(office.app, 'Kato', KEEPING);
});

afterAll(async () => {
  table.write();
  await office.close();
});

type Edition = Office['edition'];
type Disguise = () => Promise<{ readonly edition: Edition; readonly who: Caller }>;

const submitted = async (campaign: string) => submit(office.room.author, campaign);
const changed = async (campaign: string, subject: string, locale = 'en') =>
  both.put(campaignAt(campaign, locale), { subject }).expect(200);

/** As if an edition had: nothing may be sent here. */
async function goneOut(): Promise<void> {
  const { id } = await submitted(await writeCampaign(office.room.author));
  await office.app.strapi.db.connection(TABLES.editions).where({ id }).update({ started_at: 1 });
}

const DISGUISES: Readonly<Record<string, readonly [code: string, disguise: Disguise]>> = {
  'the one who created it': [
    'own-hand',
    async () => ({ edition: await submitted(await writeCampaign(both)), who: both }),
  ],
  'a later editor': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(office.room.author);
      await changed(campaign, 'Better');
      return { edition: await submitted(campaign), who: both };
    },
  ],
  'an editor of one language': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(office.room.author);
      await changed(campaign, '別の件名', 'ja');
      return { edition: await submitted(campaign), who: both };
    },
  ],
  'an editor who put everything back': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(office.room.author, 'Back and forth');
      const { body } = await both.get(campaignAt(campaign)).expect(200);
      await changed(campaign, 'For a moment');
      await changed(campaign, body.data.subject);
      return { edition: await submitted(campaign), who: both };
    },
  ],
  'an editor of an earlier edition': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(both);
      const first = await submit(both, campaign);
      await both.post(`/countersign/editions/${first.id}/withdraw`).expect(200);
      return { edition: await submitted(campaign), who: both };
    },
  ],
  'the one who only submitted it': [
    'own-hand',
    async () => ({
      edition: await submit(both, await writeCampaign(office.room.author)),
      who: both,
    }),
  ],
  'the one who copied it': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(office.room.author);
      const at = campaignAt(`clone/${campaign}`);
      const { body } = await both.post(at, { name: 'A copy' }).expect(200);
      return { edition: await submitted(body.data.documentId), who: both };
    },
  ],
  'a hand of what it was copied from': [
    'own-hand',
    async () => {
      const campaign = await writeCampaign(both);
      const at = campaignAt(`clone/${campaign}`);
      const { body } = await office.room.author.post(at, { name: 'A copy' }).expect(200);
      return { edition: await submitted(body.data.documentId), who: both };
    },
  ],
  'a Super Admin': [
    'own-hand',
    async () => ({
      edition: await submitted(await writeCampaign(office.room.chief)),
      who: office.room.chief,
    }),
  ],
  'the owner of a token that wrote': [
    'own-hand',
    async () => {
      const token = await adminTokenOf(office.app, both, PARTS.author, CONTENT_ACTS);
      return { edition: await submitted(await writeCampaign(token)), who: both };
    },
  ],
  'who wrote the segment that it goes to': [
    'own-hand',
    async () => {
      const rule = { kind: 'list', list: 'newsletter' };
      const { body } = await keeper
        .post('/countersign/segments', { name: 'Tokyo staff', rule })
        .expect(201);
      const audience = { include: ['newsletter'], exclude: [], segments: [body.id] };
      const campaign = await writeCampaign(office.room.author);
      await office.room.author.put(campaignAt(campaign), { audience }).expect(200);
      return { edition: await submitted(campaign), who: keeper };
    },
  ],
  'who changed the sender before it was submitted, where newsletters go out already': [
    'own-hand',
    async () => {
      await goneOut();
      const campaign = await writeCampaign(office.room.author);
      const senders = [{ ...SENDER, replyTo: 'kato@elsewhere.example.test' }];
      await keeper.put('/countersign/settings/senders', { senders }).expect(200);
      return { edition: await submitted(campaign), who: keeper };
    },
  ],
  'who filled its list otherwise before it was submitted, where newsletters go out already': [
    'own-hand',
    async () => {
      await goneOut();
      const campaign = await writeCampaign(office.room.author);
      const filler = await hireSuperAdmin(office.app, 'Filler');
      const wish = { ...aSourceWish('again'), list: { id: 'newsletter' } };
      await filler.post('/countersign/sources', wish).expect(201);
      return { edition: await submitted(campaign), who: filler };
    },
  ],
  'who replaced a picture of it before it was submitted': [
    'own-hand',
    async () => {
      const picture = await uploadPicture(office.room.chief);
      const campaign = await writeCampaign(office.room.author);
      const body = { body: [pictureBlock(picture)] };
      await office.room.author.put(campaignAt(campaign), body).expect(200);
      const painter = await hireSuperAdmin(office.app, 'Painter');
      await replacePicture(painter, picture).expect(200);
      return { edition: await submitted(campaign), who: painter };
    },
  ],
  'a token of the approver': [
    'not-in-person',
    async () => ({
      edition: await submitted(await writeCampaign(office.room.author)),
      who: await adminTokenOf(office.app, office.room.approver, PARTS.approver),
    }),
  ],
};

describe('the countersignature of', () => {
  it.each(Object.entries(DISGUISES))('%s is refused', async (name, [code, disguise]) => {
    const { edition, who } = await disguise();
    const { status, body } = await approve(who, edition);
    const seen = note(name, status);
    expect([status, body.error.details.code]).toEqual([403, code]);
    expect(await stateOf(deputy, edition.id)).toBe('in-review');
    await expectNotToStart(edition);
    seen('refused');
  });
});

const rolesOf = (colleague: Colleague, roles: readonly number[]) =>
  deputy.put(`/admin/users/${colleague.rowId}`, { roles }).expect(200);

/** What may happen to an approver after they approved. */
const AFTERWARDS: Readonly<
  Record<
    string,
    readonly [state: string, happens: (who: Colleague, campaign: string) => Promise<unknown>]
  >
> = {
  'who is switched off': [
    'held',
    (who) => deputy.put(`/admin/users/${who.rowId}`, { isActive: false }).expect(200),
  ],
  'who is given another role': ['held', (who) => rolesOf(who, [office.room.operator.roleId])],
  'whose role loses the right': [
    'held',
    (who) => {
      const permissions = [{ action: actionOf('campaign.read') }].map(full);
      return deputy.put(`/admin/roles/${who.roleId}/permissions`, { permissions }).expect(200);
    },
  ],
  'who is deleted': ['held', (who) => deputy.delete(`/admin/users/${who.rowId}`).expect(200)],
  'who then edits it': [
    'void',
    (who, campaign) => who.put(campaignAt(campaign), { subject: 'My own words' }).expect(200),
  ],
};

const full = (permission: object) => ({
  ...{ subject: null, conditions: [], properties: {}, actionParameters: {} },
  ...permission,
});

describe('a countersignature of somebody', () => {
  it.each(Object.entries(AFTERWARDS))('%s does not start it', async (name, [state, happens]) => {
    const who = await hire(office.app, name.replaceAll(' ', '-'), BOTH);
    const campaign = await writeCampaign(office.room.author);
    const edition = await submitted(campaign);
    await approve(who, edition).expect(200);
    await happens(who, campaign);
    const seen = note(`an approver ${name}`, await expectNotToStart(edition));
    expect(await stateOf(deputy, edition.id)).toBe(state);
    seen('refused');
  });
});

async function expectNotToStart({ id }: Edition): Promise<number> {
  const { status } = await office.room.operator.post(`/countersign/editions/${id}/start`);
  expect(status).toBe(409);
  expect(office.sink.rcpts.filter((address) => address.endsWith(READERS))).toEqual([]);
  return status;
}

const note = (door: string, status: number) =>
  table.note({ door, caller: 'answered', answer: String(status) });
