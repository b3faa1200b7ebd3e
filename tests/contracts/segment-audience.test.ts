import { createFreezeStore } from '../../server/src/adapters/store/freezes';
import { createRuleCounter } from '../../server/src/adapters/store/segments/count-rule';
import type { Audience } from '../../server/src/domain/audience/audience';
import type { Rule } from '../../server/src/domain/segments/rule';
import type { FreezeCursor } from '../../server/src/ports';
import { createVillage, openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const gold: Rule = { kind: 'text', attribute: 'plan', is: 'equal', value: 'gold' };
const free: Rule = { ...gold, value: 'free' };
const as = (rule: Rule, id = 'one') => ({ id, name: id, rule });

describe('an audience with segments', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(createVillage('users'), createVillage('members', 'members'));
    await town.traits.settle([{ name: 'plan', kind: 'text' }]);
    const add = (source: number, externalId: string, plan?: string) => {
      const village = town.sources()[source];
      village?.move(aPerson({ externalId, ...(plan ? { attributes: { plan } } : {}) }));
    };
    add(0, 'ann', 'Gold');
    add(0, 'bob', 'free');
    add(0, 'cat');
    add(0, 'dan', 'gold');
    add(1, 'dan', 'gold');
    add(1, 'eve', 'gold');
    await town.reconcile();
  });
  afterAll(() => town.close());

  const count = async (audience: Audience) => (await town.audience.count(audience)).readers;
  const news = { include: ['newsletter'], exclude: [] };

  /** Who would get it. */
  const frozen = async (audience: Audience, editionId: string): Promise<string[]> => {
    const freezes = createFreezeStore(town.db);
    const freeze = { editionId, freezeId: 'f', audience, locales: ['en'], defaultLocale: 'en' };
    for (let at: FreezeCursor | null = { list: 0, after: null }; at; ) {
      at = (await freezes.stage(freeze, at)).next;
    }
    const rows = (await town.rows('deliveries')).filter((row) => row.edition_id === editionId);
    const ids = rows.map((row) => String(row.subscriber_id));
    const names = await Promise.all(
      ids.map(async (id) => (await town.subscribers.reveal(id))?.name ?? 'nobody'),
    );
    return names.sort();
  };

  it.each<[string, Audience, string[]]>([
    ['everybody where there is none', news, ['ann', 'bob', 'cat', 'dan']],
    ['who is in it', { ...news, segments: [as(gold)] }, ['ann', 'dan']],
    [
      'who is in any of several',
      { ...news, segments: [as(gold), as(free)] },
      ['ann', 'bob', 'dan'],
    ],
    [
      'nobody beyond the lists, whatever the rule',
      { ...news, segments: [as({ kind: 'list', list: 'members' })] },
      ['dan'],
    ],
    [
      'each once, of two lists',
      { include: ['newsletter', 'members'], exclude: [], segments: [as(gold)] },
      ['ann', 'dan', 'eve'],
    ],
    [
      'who has no value, for a negation',
      { ...news, segments: [as({ kind: 'not', rule: gold })] },
      ['bob', 'cat'],
    ],
    ['nobody who is left out', { ...news, exclude: ['members'], segments: [as(gold)] }, ['ann']],
  ])('counts, spreads and freezes %s', async (name, audience, expected) => {
    expect(await frozen(audience, name.slice(0, 26))).toEqual(expected);
    expect(await count(audience)).toBe(expected.length);
    const { domains, elsewhere } = await town.audience.spread(audience);
    expect(domains.reduce((sum, { readers }) => sum + readers, elsewhere)).toBe(expected.length);
  });

  it('is of readers only: a rule counts those who are on a list', async () => {
    const counter = createRuleCounter(town.db);
    expect(await counter.count(gold)).toEqual({ readers: 3, of: 5 });
    const onBoth: Rule = { kind: 'all', rules: [gold, { kind: 'list', list: 'members' }] };
    expect(await counter.count(onBoth)).toEqual({ readers: 2, of: 5 });
    await town.manage.suppress('ann@example.com', { person: 'x', door: 'admin', ip: null }, null);
    expect(await counter.count(gold)).toEqual({ readers: 2, of: 4 });
    expect(await count({ ...news, segments: [as(gold)] })).toBe(1);
  });
});
