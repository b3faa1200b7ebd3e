import { createHandStore } from '../../server/src/adapters/store/hands';
import { createEditionStore } from '../../server/src/adapters/store/editions';
import { PART_ROLES } from '../../server/src/adapters/store/schema/part-hands';
import { partsOf } from '../../server/src/domain/editions/parts';
import { part } from '../../server/src/domain/editions/part';
import { TABLES } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { aContent, aFullEdition } from '../support/editions';

const NO_PICTURES: ReadonlyMap<string, string> = new Map();
const WITHOUT = aContent({ audience: { include: ['newsletter'], exclude: ['guests'] } });

describe('an edition of before, which said of a list only that it is a part of it', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());

  const values = (editionId: string): Promise<Record<string, string>> =>
    opened.db.read(async (k) => {
      const held = opened.db.table(k, TABLES.editionParts).where({ edition_id: editionId });
      const rows: { part: string; value: string }[] = await held.select('part', 'value');
      return Object.fromEntries(rows.map((row) => [row.part, row.value]));
    });
  const inThem = (content: typeof WITHOUT) =>
    Object.fromEntries(partsOf(content, null, NO_PICTURES).map(({ name, value }) => [name, value]));

  it('says what it does with it, as what it holds does, once and again', async () => {
    const { db } = opened;
    const [editions, hands] = [createEditionStore(db), createHandStore(db)];
    const old = ['newsletter', 'guests'].map((id) => part(`list:${id}`, id));
    const kept = aFullEdition({ id: 'kept', campaignId: 'c1', content: WITHOUT });
    const forged = { ...kept, id: 'forged', campaignId: 'c2', fingerprint: 'another' };
    const later = aFullEdition({ id: 'later', campaignId: 'c3', content: WITHOUT });
    for (const edition of [kept, forged, later]) await editions.insert(edition);
    for (const id of ['kept', 'forged']) await hands.freeze(id, old);
    await hands.freeze('later', partsOf(WITHOUT, null, NO_PICTURES));

    for (let times = 0; times < 2; times += 1) {
      await db.within(async (k) => {
        for (const step of PART_ROLES) await step.run(k, db);
      });
      const { identity: _identity, ...lists } = inThem(WITHOUT);
      expect(await values('kept')).toEqual(lists);
      expect(await values('later')).toEqual(inThem(WITHOUT));
    }
    // What cannot be believed ends nobody's hand.
    expect(await values('forged')).toEqual(
      Object.fromEntries(old.map(({ name, value }) => [name, value])),
    );
  });
});
