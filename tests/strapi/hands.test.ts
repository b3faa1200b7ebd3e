import type { Core } from '@strapi/strapi';
import { CAMPAIGN_UID } from '../../server/src/names';
import {
  addReader,
  approve,
  campaignAt,
  hostCode,
  openNewsroom,
  paragraph,
  stateOf,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, hireSuperAdmin, PARTS, type Colleague } from '../support/staff';
import { adminTokenOf } from '../support/strangers';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let strapi: Core.Strapi;
let room: Newsroom;
/** May do everything but is no hand in anything, until a test makes them one. */
let second: Colleague;

beforeAll(async () => {
  app = await bootStrapi();
  ({ strapi } = app);
  room = await openNewsroom(app);
  second = await hire(app, 'Sato', [...PARTS.author, 'campaign.approve']);
  await addReader(app, room);
});

afterAll(() => app.close());

const handsOf = async (campaignId: string): Promise<string[]> => {
  const { body } = await room.author.get(`/countersign/campaigns/${campaignId}`).expect(200);
  return body.hands.map(({ person }: { person: { id: string } }) => person.id).sort();
};

const inReview = async () => {
  const campaignId = await writeCampaign(room.author);
  return { campaignId, edition: await submit(room.author, campaignId) };
};

describe('who had a hand in it', () => {
  it('is whoever created, changed or submitted the campaign', async () => {
    const { campaignId } = await inReview();
    expect(await handsOf(campaignId)).toEqual([room.author.id]);
  });

  it('is a co-editor of one language too, who cannot countersign it then', async () => {
    const campaignId = await writeCampaign(room.author);
    await second.put(campaignAt(campaignId, 'ja'), { subject: '別の件名' }).expect(200);
    const edition = await submit(room.author, campaignId);
    expect(await handsOf(campaignId)).toEqual([room.author.id, second.id].sort());

    const { status, body } = await approve(second, edition);
    expect(status).toBe(403);
    expect(body.error.details.code).toBe('own-hand');
    expect(body.error.message).toBe('You had a hand in this, so somebody else must approve it.');
    await approve(room.approver, edition).expect(200);
  });

  it('is a Super Admin like everybody else', async () => {
    const campaignId = await writeCampaign(room.chief, 'By the chief');
    const edition = await submit(room.chief, campaignId);
    const { status, body } = await approve(room.chief, edition);
    expect([status, body.error.details.code]).toEqual([403, 'own-hand']);
    const another = await hireSuperAdmin(app, 'Deputy');
    await approve(another, edition).expect(200);
  });

  it('is who copied it, and everybody who had a hand in the original', async () => {
    const { campaignId } = await inReview();
    const copied = await second
      .post(campaignAt(`clone/${campaignId}`), { name: 'A copy' })
      .expect(200);
    const copyId: string = copied.body.data.documentId;
    expect(await handsOf(copyId)).toEqual([room.author.id, second.id].sort());
  });

  it('is the owner of an admin token that wrote', async () => {
    const campaignId = await writeCampaign(room.author);
    const token = await adminTokenOf(app, room.chief, ['campaign.write'], ['update', 'read']);
    await token.put(campaignAt(campaignId), { subject: 'By token' }).expect(200);
    expect(await handsOf(campaignId)).toContain(room.chief.id);
  });

  it('is nobody we know when host code writes', async () => {
    const campaignId = await writeCampaign(room.author);
    await hostCode(strapi).update({
      documentId: campaignId,
      locale: 'en',
      data: { subject: 'By a program' },
    });
    expect(await handsOf(campaignId)).toEqual([room.author.id, 'unknown'].sort());
  });

  it('is called by name in Japanese with さん, and without where there is no name', async () => {
    const campaignId = await writeCampaign(room.author);
    await hostCode(strapi).update({
      documentId: campaignId,
      locale: 'en',
      data: { subject: 'No' },
    });
    const inJapanese = app.withToken(room.author.token, 'ja');
    const { body } = await inJapanese.get(`/countersign/campaigns/${campaignId}`).expect(200);
    const called = body.hands.map(({ person }: { person: { called: string } }) => person.called);
    expect(called.sort()).toEqual(['Ada Exampleさん', '未ログインの操作（プログラム）']);
  });
});

describe('a change after the submit', () => {
  const changes: readonly (readonly [string, (campaignId: string) => Promise<unknown>])[] = [
    ['of the text', (id) => room.author.put(campaignAt(id), { body: [paragraph('Other.')] })],
    ['of another language', (id) => room.author.put(campaignAt(id, 'ja'), { subject: '別' })],
    [
      'of the audience',
      (id) => room.author.put(campaignAt(id), { audience: { include: ['other'], exclude: [] } }),
    ],
    ['that takes a language away', (id) => room.chief.delete(campaignAt(id, 'ja'))],
    ['that deletes it', (id) => room.chief.delete(campaignAt(id, '*'))],
    [
      'in a bulk action',
      (id) => room.chief.post(campaignAt('actions/bulkDelete'), { documentIds: [id] }),
    ],
    [
      'by host code',
      (id) =>
        hostCode(strapi).update({
          documentId: id,
          locale: 'en',
          data: { subject: 'By a program' },
        }),
    ],
    [
      'below the document service',
      (id) =>
        strapi.db
          .query(CAMPAIGN_UID)
          .update({ where: { documentId: id, locale: 'en' }, data: { subject: 'Deeper' } }),
    ],
    [
      'of many rows at once',
      (id) =>
        strapi.db
          .query(CAMPAIGN_UID)
          .updateMany({ where: { documentId: id }, data: { sender: 'somebody-else' } }),
    ],
    [
      'that deletes many rows at once',
      (id) => strapi.db.query(CAMPAIGN_UID).deleteMany({ where: { documentId: id } }),
    ],
  ];

  it.each(changes)('%s voids the review', async (_what, change) => {
    const { campaignId, edition } = await inReview();
    await change(campaignId);
    expect(await stateOf(room.approver, edition.id)).toBe('void');
    const { status, body } = await approve(room.approver, edition);
    expect([status, body.error.details.code]).toEqual([409, 'not-in-review']);
  });

  it('voids a countersigned edition that has not been started', async () => {
    const { campaignId, edition } = await inReview();
    await approve(room.approver, edition).expect(200);
    await room.author.put(campaignAt(campaignId), { subject: 'Later' }).expect(200);
    expect(await stateOf(room.approver, edition.id)).toBe('void');
    await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(409);
  });

  it('by raw SQL is found at the countersignature', async () => {
    const { campaignId, edition } = await inReview();
    await strapi.db
      .connection(strapi.db.metadata.get(CAMPAIGN_UID).tableName)
      .where({ document_id: campaignId, locale: 'en' })
      .update({ subject: 'By SQL' });
    const { status, body } = await approve(room.approver, edition);
    expect([status, body.error.details.code]).toEqual([409, 'changed-since-submitted']);
    expect(await stateOf(room.approver, edition.id)).toBe('void');
  });

  it('that changes nothing leaves the review as it is, and makes nobody a hand', async () => {
    const { campaignId, edition } = await inReview();
    await second.put(campaignAt(campaignId), { name: 'Autumn letter' }).expect(200);
    expect(await stateOf(room.approver, edition.id)).toBe('in-review');
    expect(await handsOf(campaignId)).toEqual([room.author.id]);
  });

  it('can be submitted anew', async () => {
    const { campaignId } = await inReview();
    await room.author.put(campaignAt(campaignId), { subject: 'Better' }).expect(200);
    const edition = await submit(room.author, campaignId);
    await approve(room.approver, edition).expect(200);
  });
});
