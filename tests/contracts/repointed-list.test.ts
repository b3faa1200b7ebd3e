import { createMadeSourceStore } from '../../server/src/adapters/store/sources';
import type { Meaning } from '../../server/src/domain/subscribers/made-attributes';
import type { SourceMapping } from '../../server/src/domain/subscribers/source-mapping';
import type { SourceWish } from '../../server/src/domain/subscribers/made-source';
import { createKeepSources } from '../../server/src/flows/keep-sources';
import { asking } from '../support/asking';
import { createVillage, openTown, type Town } from '../support/people';

const UID = 'api::guest.guest';
const WISH: SourceWish = {
  ...{ id: 'guests', contentType: UID, list: { id: 'guests' } },
  fields: { email: 'mail', consent: 'agreed' },
};
const BY = asking('ann');

describe('a source of a list', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    await town.lists.ensure({ id: 'guests', name: 'Guests' }, 1);
  });
  afterAll(() => town.close());

  it('that is made, changed or removed in the admin fills its list and what segments ask otherwise', async () => {
    const guests = createVillage('guests', 'guests');
    const fields = {
      ...{ mail: { type: 'string' }, agreed: { type: 'boolean' }, called: { type: 'string' } },
      ...{ tier: { type: 'string' }, town: { type: 'string' }, tongue: { type: 'string' } },
    };
    const host = {
      open: ({ id, list }: SourceMapping) => ({ ...guests, id, listId: list }),
      types: () => [{ uid: UID, name: 'Guest', fields }],
    };
    const fixed = { fixedIds: new Set<string>(), fixedAttributes: [], fixedMappings: [] };
    const made = createMadeSourceStore(town.db);
    const keep = createKeepSources({ ...town, made, host, ...fixed });
    const changed = async (wish: Meaning) => {
      const changedAt = (await keep.find('guests'))?.changedAt ?? 0;
      expect((await keep.change({ id: 'guests', changedAt }, wish, BY)).ok).toBe(true);
      return town.refilled.at(-1);
    };

    await keep.create(WISH, BY);
    expect(town.refilled).toEqual([['list:guests']]);
    const attributes = [{ name: 'tier', field: 'tier' }];
    expect(await changed({ ...WISH, attributes })).toEqual(['list:guests', 'attribute:tier']);
    const others = [{ name: 'place', field: 'town' }];
    // What it no longer says is another one's to say from then on.
    expect(await changed({ ...WISH, attributes: others })).toEqual([
      ...['list:guests', 'attribute:tier', 'attribute:place'],
    ]);
    const spoken = { ...WISH.fields, name: 'called', locale: 'tongue' };
    expect(await changed({ fields: spoken, attributes: others })).toEqual([
      ...['list:guests', 'attribute:place', 'language', 'name'],
    ]);
    await keep.remove('guests', 0, BY);
    expect(town.refilled.at(-1)).toEqual(['list:guests', 'attribute:place', 'language', 'name']);
  });
});
