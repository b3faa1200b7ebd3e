import { randomBytes } from 'node:crypto';
import { createAssetStore } from '../../server/src/adapters/store/assets';
import { createAuditTrail } from '../../server/src/adapters/store/audit';
import { createDecisionStore } from '../../server/src/adapters/store/decisions';
import { createHandStore } from '../../server/src/adapters/store/hands';
import { createSettingStore } from '../../server/src/adapters/store/settings';
import { assetOf, MAX_PICTURE_BYTES } from '../../server/src/domain/campaigns/pictures';
import { TABLES } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { anApproval, anEdition, NOON } from '../support/editions';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describe('hands', () => {
  it('hold each person once, with the last time they touched the campaign', async () => {
    const hands = createHandStore(database.db);
    await hands.record('one', 'ann', 1);
    await hands.record('one', 'bob', 2);
    await hands.record('one', 'ann', 3);
    expect(await hands.of('one')).toEqual([
      { campaignId: 'one', person: 'ann', lastAt: 3 },
      { campaignId: 'one', person: 'bob', lastAt: 2 },
    ]);
  });

  it('are told apart by letter case, on every database', async () => {
    const hands = createHandStore(database.db);
    await hands.record('case', 'abc', 1);
    await hands.record('case', 'ABC', 1);
    expect(await hands.of('case')).toHaveLength(2);
    expect(await hands.of('CASE')).toHaveLength(0);
  });

  it('name the campaigns of a person', async () => {
    const hands = createHandStore(database.db);
    for (const campaign of ['first', 'second']) await hands.record(campaign, 'zoe', 1);
    await hands.record('first', 'ZOE', 1);
    expect((await hands.touchedBy('zoe')).sort()).toEqual(['first', 'second']);
  });

  it('of the original become hands of the copy, beside its own', async () => {
    const hands = createHandStore(database.db);
    await hands.record('original', 'ann', 1);
    await hands.record('original', 'unknown', 1);
    await hands.record('copy', 'ann', 5);
    await hands.inherit('original', 'copy', 6);
    await hands.inherit('nothing', 'copy', 6);
    expect(await hands.of('copy')).toEqual([
      { campaignId: 'copy', person: 'ann', lastAt: 5 },
      { campaignId: 'copy', person: 'unknown', lastAt: 6 },
    ]);
  });
});

describe('decisions', () => {
  it('come back as they were made, oldest first', async () => {
    const decisions = createDecisionStore(database.db);
    const edition = anEdition({ id: 'decided' });
    const approval = anApproval(edition, { id: 'b', roles: ['legal', '編集長'] });
    const no = {
      ...approval,
      id: 'a',
      kind: 'send-back' as const,
      reason: '書き直してください 🙏',
      notBefore: null,
      notAfter: null,
      readersShown: null,
      roles: null,
      seal: null,
    };
    await decisions.insert(approval);
    await decisions.insert(no);
    expect(await decisions.of('decided')).toEqual([no, approval]);
    expect(await decisions.of('other')).toEqual([]);
  });

  it('hold a reason of 500 characters of any kind', async () => {
    const decisions = createDecisionStore(database.db);
    const reason = '🙏'.repeat(500);
    await decisions.insert({ ...anApproval(anEdition({ id: 'long' })), id: 'long', reason });
    expect(await decisions.of('long')).toMatchObject([{ reason }]);
  });
});

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

describe('frozen pictures', () => {
  it('come back as they were, the largest included', async () => {
    const assets = createAssetStore(database.db);
    const bytes = Buffer.concat([PNG, randomBytes(MAX_PICTURE_BYTES - PNG.length)]);
    const asset = assetOf({ mime: 'image/png', bytes });
    await assets.put(asset, bytes, NOON);
    const found = await assets.get(asset.hash);
    expect(found?.asset).toEqual(asset);
    expect(Buffer.compare(found?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  }, 60_000);

  it('are kept once, however often they are put', async () => {
    const assets = createAssetStore(database.db);
    const bytes = Buffer.concat([PNG, Buffer.from('once')]);
    const asset = assetOf({ mime: 'image/png', bytes });
    await Promise.all([1, 2, 3].map((at) => assets.put(asset, bytes, at)));
    expect((await assets.get(asset.hash))?.bytes).toHaveLength(bytes.length);
  });

  it('are not shown when somebody has changed their bytes', async () => {
    const assets = createAssetStore(database.db);
    const bytes = Buffer.concat([PNG, Buffer.from('approved')]);
    const asset = assetOf({ mime: 'image/png', bytes });
    await assets.put(asset, bytes, NOON);
    await database.db.within(async (k) =>
      database.db
        .table(k, TABLES.assets)
        .where({ hash: asset.hash })
        .update({ bytes: Buffer.concat([PNG, Buffer.from('changed!')]) }),
    );
    expect(await assets.get(asset.hash)).toBeNull();
  });

  it('are null when there is none', async () => {
    expect(await createAssetStore(database.db).get('0'.repeat(64))).toBeNull();
  });
});

describe('settings', () => {
  it('keep the last value under a name', async () => {
    const settings = createSettingStore(database.db);
    expect(await settings.get('identity')).toBeNull();
    await settings.set('identity', { name: '新聞' }, 'ann', 1);
    await settings.set('identity', { name: '新聞', order: ['z', 'a'] }, 'bob', 2);
    expect(await settings.get('identity')).toEqual({ name: '新聞', order: ['z', 'a'] });
  });
});

describe('the audit trail', () => {
  it('holds what was done and disappears with the transaction around it', async () => {
    const audit = createAuditTrail(database.db);
    const entry = {
      at: NOON,
      person: 'ann',
      door: 'admin',
      act: 'edition.approve',
      result: 'done',
      subject: { kind: 'edition', id: 'e1' },
      ip: '::1',
      detail: { readers: 3 },
    };
    await audit.record(entry);
    const failing = database.db.within(async () => {
      await audit.record({ at: NOON, person: null, door: 'house', act: 'x', result: 'done' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    const rows = await database.db.read(async (k) => database.db.table(k, TABLES.audit).select());
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      person: 'ann',
      act: 'edition.approve',
      subject_id: 'e1',
      ip: '::1',
    });
    expect(JSON.parse(String(rows[0].detail))).toEqual({ readers: 3 });
  });
});
