import { createMadeSourceStore } from '../../server/src/adapters/store/sources';
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

  it('that is made, changed or removed in the admin makes the list one of other people', async () => {
    const guests = createVillage('guests', 'guests');
    const fields = { mail: { type: 'string' }, agreed: { type: 'boolean' } };
    const host = {
      open: ({ id, list }: SourceMapping) => ({ ...guests, id, listId: list }),
      types: () => [{ uid: UID, name: 'Guest', fields }],
    };
    const fixed = { fixedIds: new Set<string>(), fixedAttributes: [] };
    const made = createMadeSourceStore(town.db);
    const keep = createKeepSources({ ...town, made, host, ...fixed });

    await keep.create(WISH, BY);
    expect(town.repointed).toEqual(['guests']);
    const changedAt = (await keep.find('guests'))?.changedAt ?? 0;
    const wish = { fields: { ...WISH.fields, name: 'mail' } };
    expect((await keep.change({ id: 'guests', changedAt }, wish, BY)).ok).toBe(true);
    expect(town.repointed).toEqual(['guests', 'guests']);
    await keep.remove('guests', 0, BY);
    expect(town.repointed).toEqual(['guests', 'guests', 'guests']);
  });
});
