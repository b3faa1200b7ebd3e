import type { Db } from '../../server/src/adapters/store/database';
import { TABLES } from '../../server/src/names';
import { aContent, aMessage } from '../support/editions';
import { latch } from '../support/latch';
import { freezeOf, openLedger, toLists, type TestLedger } from '../support/ledger';

describe('a freeze', () => {
  let house: TestLedger;
  beforeAll(async () => {
    house = await openLedger();
  });
  afterAll(() => house.close());

  const subscribersOf = async (editionId: string): Promise<number[]> => {
    const rows = await house.rows('deliveries', { edition_id: editionId });
    return rows.map(({ subscriber_id }) => Number(subscriber_id)).sort((a, b) => a - b);
  };

  it('writes one pending delivery for each reader of the lists', async () => {
    const ids = await house.addReaders(3, { lists: ['three'] });
    const edition = await house.addFreezing(toLists(['three']));
    expect(await house.freezeAll(edition)).toBe(3);
    expect(await subscribersOf(edition.id)).toEqual(ids.map(Number));
    const [row] = await house.rows('deliveries', { edition_id: edition.id });
    expect(row).toMatchObject({ state: 'pending', attempt: 0, tried_at: null, locale: 'en' });
  });

  it('writes to a reader of two lists once', async () => {
    await house.addReaders(2, { lists: ['left'] });
    await house.addReaders(2, { lists: ['left', 'right'] });
    await house.addReaders(2, { lists: ['right'] });
    const edition = await house.addFreezing(toLists(['left', 'right']));
    expect(await house.freezeAll(edition)).toBe(6);
    expect(await subscribersOf(edition.id)).toHaveLength(6);
  });

  it.each([
    ['who is suppressed', { lists: ['wide'] }, true],
    ['who is erased', { lists: ['wide'], status: 'erased' }, false],
    ['who has left the list', { offLists: ['wide'] }, false],
    ['who is on a list to leave out', { lists: ['wide', 'staff'] }, false],
  ] as const)('leaves out %s', async (_who, reader, isSuppressed) => {
    const id = await house.addReader(reader);
    if (isSuppressed) await house.suppress(id);
    const other = await house.addReader({ lists: ['wide'] });
    const edition = await house.addFreezing(toLists(['wide'], ['staff']));
    await house.freezeAll(edition);
    const frozen = await subscribersOf(edition.id);
    expect(frozen).toContain(Number(other));
    expect(frozen).not.toContain(Number(id));
  });

  it('writes to who has left a list that is left out', async () => {
    const id = await house.addReader({ lists: ['many'], offLists: ['staff'] });
    const edition = await house.addFreezing(toLists(['many'], ['staff']));
    await house.freezeAll(edition);
    expect(await subscribersOf(edition.id)).toEqual([Number(id)]);
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_at', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'en'],
    ['pt-PT', 'en'],
    ['ja', 'en'],
    [null, 'en'],
  ])('chooses for a reader of locale %s the message in %s', async (locale, chosen) => {
    const list = `speaks ${locale}`.replace(' ', '-');
    await house.addReader({ lists: [list], locale });
    const messages = { en: aMessage(), de: aMessage(), 'pt-BR': aMessage() };
    const audience = { include: [list], exclude: [] };
    const edition = await house.addFreezing({ content: aContent({ audience, messages }) });
    await house.freezeAll(edition);
    expect(await house.rows('deliveries', { edition_id: edition.id })).toMatchObject([
      { locale: chosen },
    ]);
  });

  it('cuts the readers into batches of 500', async () => {
    await house.addReaders(1001, { lists: ['crowd'] });
    const edition = await house.addFreezing(toLists(['crowd']));
    expect(await house.freezeAll(edition)).toBe(1001);
    const batches = await house.rows('batches', { edition_id: edition.id });
    expect(batches.map(({ size }) => Number(size))).toEqual([500, 500, 1]);
    expect(await house.reports.tallies([edition.id])).toEqual([
      { editionId: edition.id, state: 'pending', because: null, minute: null, count: 1001 },
    ]);
  });

  it('is what the database plans with before anything of it goes out', async () => {
    await house.addReaders(1100, { lists: ['plans'] });
    await house.freezeAll(await house.addFreezing(toLists(['plans'])));
    await letNobodyElseCount(house.db);
    await house.freezes.recount();
    const counted = await house.db.read(async (k) => {
      if (house.db.dialect !== 'postgres') return (await house.rows('deliveries')).length;
      // Of this schema: tests beside this one have tables of that name, too.
      const [row] = await k('pg_class')
        .whereRaw('oid = ?::regclass', [house.db.name(TABLES.deliveries)])
        .select('reltuples');
      return Number(row?.reltuples);
    });
    expect(counted).toBe((await house.rows('deliveries')).length);
  });

  it('does not wait for somebody who holds the deliveries to have them counted', async () => {
    await house.addReaders(2, { lists: ['held'] });
    await house.freezeAll(await house.addFreezing(toLists(['held'])));
    const [locked, recounted] = [latch(), latch()];
    const holder = house.db.within(async (k) => {
      if (house.db.dialect === 'postgres') {
        await k.raw(
          `lock table ${house.db.name(TABLES.deliveries)} in share update exclusive mode`,
        );
      }
      locked.open();
      await recounted.opened;
    });
    await locked.opened;
    await house.freezes.recount();
    recounted.open();
    await holder;
  });

  it('makes no batch of nobody', async () => {
    const edition = await house.addFreezing(toLists(['empty']));
    expect(await house.freezeAll(edition)).toBe(0);
    expect(await house.rows('batches', { edition_id: edition.id })).toEqual([]);
  });

  it('leaves nothing behind when it is thrown away', async () => {
    await house.addReaders(2, { lists: ['half'] });
    const edition = await house.addFreezing(toLists(['half']));
    await house.freezes.stage(freezeOf(edition), { list: 0, after: null });
    expect(await house.freezes.discardOne(edition.id)).toBe(true);
    expect(await house.freezes.discardOne(edition.id)).toBe(false);
    expect(await subscribersOf(edition.id)).toEqual([]);
    expect(await house.rows('tallies', { edition_id: edition.id })).toEqual([]);
  });

  it('is kept once the edition names it', async () => {
    await house.addReaders(2, { lists: ['kept'] });
    const edition = await house.addFreezing(toLists(['kept']));
    await house.freezeAll(edition);
    expect(await house.freezes.discardOne(edition.id)).toBe(false);
    expect(await house.freezes.findDiscarded(10)).not.toContain(edition.id);
  });

  it('is found when its edition was cancelled, not while it is being made', async () => {
    await house.addReaders(2, { lists: ['stopped'] });
    const edition = await house.addFreezing(toLists(['stopped']));
    await house.freezes.stage(freezeOf(edition), { list: 0, after: null });
    expect(await house.freezes.findDiscarded(10)).not.toContain(edition.id);
    await house.editions.move(edition.id, 'cancel', { at: 1 });
    expect(await house.freezes.findDiscarded(10)).toContain(edition.id);
  });
});

/** PostgreSQL counts by itself now and then, and whoever comes while it does goes without. */
async function letNobodyElseCount(db: Db): Promise<void> {
  if (db.dialect !== 'postgres') return;
  const deliveries = db.name(TABLES.deliveries);
  await db.read((k) => k.raw(`alter table ${deliveries} set (autovacuum_enabled = false)`));
}
