import type { Attribute, Rule } from '../../server/src/domain/segments/rule';
import { TABLES } from '../../server/src/names';
import { asking } from '../support/asking';
import { aContent } from '../support/editions';
import { openPostOffice, type PostOffice } from '../support/post-office';

const PLAN: Attribute = { name: 'plan', kind: 'text' };
const NOT_GOLD: Rule = {
  kind: 'not',
  rule: { kind: 'text', attribute: 'plan', is: 'equal', value: 'gold' },
};

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());

/** Two readers of whose plan nothing is known, and an edition to those for whom the rule is true. */
async function editionTo(list: string, rule: Rule) {
  const readers = await office.addReaders(2, { lists: [list] });
  const rows = readers.map((subscriberId) => ({ subscriber_id: Number(subscriberId) }));
  await office.db.read((k) => office.db.table(k, TABLES.traits).insert(rows));
  const segments = [{ id: 'segment', name: 'Not gold', rule }];
  const content = aContent({ audience: { include: [list], exclude: [], segments } });
  return office.addApproved({ content }, { readersShown: 2 });
}

const startKnowing = (attributes: readonly Attribute[], { id }: { id: string }) =>
  office.startWith({ attributes: async () => attributes }).start(id, asking('ann'));

describe('starting an edition to a segment', () => {
  it('begins while a source still says what the segment asks for', async () => {
    const edition = await editionTo('still-known', NOT_GOLD);
    expect(await startKnowing([PLAN], edition)).toMatchObject({
      value: { state: 'sending', readers: 2 },
    });
  });

  it.each<[string, string, Attribute[]]>([
    ['no source says it any more: its negation would be true of everybody', 'gone', []],
    ['it is of another kind now', 'other-kind', [{ ...PLAN, kind: 'number' }]],
  ])('is held when %s', async (_, list, attributes) => {
    const edition = await editionTo(list, NOT_GOLD);
    expect(await startKnowing(attributes, edition)).toEqual({ ok: false, reason: 'held' });
    expect((await office.editions.find(edition.id))?.heldBecause).toBe('segment');
  });

  it('is held when a list it asks for is gone', async () => {
    const rule: Rule = { kind: 'not', rule: { kind: 'list', list: 'no-such-list' } };
    const edition = await editionTo('asks-list', rule);
    expect(await startKnowing([PLAN], edition)).toEqual({ ok: false, reason: 'held' });
    expect((await office.editions.find(edition.id))?.heldBecause).toBe('segment');
  });
});
