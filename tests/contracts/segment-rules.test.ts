import fc from 'fast-check';
import { createListStore } from '../../server/src/adapters/store/lists';
import { idOf } from '../../server/src/adapters/store/rows';
import { whereRule } from '../../server/src/adapters/store/segments/where';
import { createSubscriberStore } from '../../server/src/adapters/store/subscribers';
import { createTraitStore } from '../../server/src/adapters/store/traits';
import { slotsOf } from '../../server/src/adapters/store/traits/slots';
import { matches, type RuleReader } from '../../server/src/domain/segments/matches';
import type { Rule } from '../../server/src/domain/segments/rule';
import { TABLES } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { testKeys } from '../support/people';
import { ATTRIBUTES, LISTS, NOW, readers, rules } from '../support/segments';

/** A list everybody is on: who is on none is no reader. */
const ALL = 'all';

describe('a rule, as a predicate and as SQL', () => {
  let opened: TestDatabase;
  let people: ReadonlyMap<string, RuleReader>;

  beforeAll(async () => {
    opened = await openDatabase();
    const lists = createListStore(opened.db);
    for (const id of [...LISTS, ALL]) await lists.ensure({ id, name: id }, 0);
    await createTraitStore(opened.db).settle(ATTRIBUTES);
    people = await settleDown(fc.sample(readers, 400));
  });
  afterAll(() => opened.close());

  async function settleDown(some: readonly RuleReader[]): Promise<Map<string, RuleReader>> {
    const { db } = opened;
    const lists = createListStore(db);
    const { made: ids } = await createSubscriberStore(db, testKeys()).introduce(
      some.map(({ locale }, at) => ({
        addressHash: `hash-${at}`,
        domain: 'example.com',
        label: 'a•••@e•••.com',
        locale,
        person: { address: `a${at}@example.com`, name: null },
      })),
      NOW,
    );
    const here = new Map(some.map((reader, at) => [ids.get(`hash-${at}`) ?? 'none', reader]));
    await lists.putMemberships(
      [...here].flatMap(([subscriberId, reader]) => [
        { listId: ALL, subscriberId, isOn: true, since: 0 },
        ...LISTS.map((listId) => {
          const since = reader.lists.get(listId);
          return { listId, subscriberId, isOn: since !== undefined, since: since ?? 0 };
        }),
      ]),
    );
    await createTraitStore(db).put(
      [...here].map(([subscriberId, { attributes }]) => ({
        subscriberId,
        attributes: Object.fromEntries(attributes),
      })),
    );
    return here;
  }

  const bySql = (rule: Rule): Promise<string[]> =>
    opened.db.read(async (k) => {
      const slots = await slotsOf(opened.db, k);
      const { sql, bindings } = whereRule(rule, { db: opened.db, slots, now: NOW });
      const rows = await opened.db
        .table(k, `${TABLES.traits} as t`)
        .whereRaw(sql, [...bindings])
        .orderBy('t.subscriber_id')
        .select('t.subscriber_id as id');
      return rows.map(({ id }: { id: unknown }) => idOf(id));
    });

  const byPredicate = (rule: Rule): string[] =>
    [...people]
      .filter(([, reader]) => matches(rule, reader, NOW))
      .map(([id]) => id)
      .sort((a, b) => Number(a) - Number(b));

  it('is true of the same readers, whatever the rule', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        expect(await bySql(rule)).toEqual(byPredicate(rule));
        expect(await bySql({ kind: 'not', rule })).toEqual(byPredicate({ kind: 'not', rule }));
      }),
      { numRuns: 300 },
    );
  });

  it('is false over an attribute that has no place, or another kind now', async () => {
    const gone: Rule = { kind: 'text', attribute: 'gone', is: 'equal', value: 'x' };
    expect(await bySql(gone)).toEqual([]);
    expect(await bySql({ kind: 'not', rule: gone })).toHaveLength(people.size);
    expect(await bySql({ kind: 'flag', attribute: 'visits' })).toEqual([]);
  });
});
