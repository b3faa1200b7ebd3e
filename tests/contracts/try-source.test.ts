import { createSourceSet } from '../../server/src/adapters/sources/source-set';
import { createMadeSourceStore } from '../../server/src/adapters/store/sources';
import type { SourceMapping } from '../../server/src/domain/subscribers/source-mapping';
import type { SourceWish } from '../../server/src/domain/subscribers/made-source';
import { createKeepSources } from '../../server/src/flows/keep-sources';
import { createSyncSubscribers } from '../../server/src/flows/sync-subscribers';
import { asking } from '../support/asking';
import { createVillage, openTown, type Town, type Village } from '../support/people';
import { aPerson } from '../support/person';

const UID = 'api::guest.guest';
const HOST = { mail: { type: 'string' }, agreed: { type: 'boolean' } };
const WISH: SourceWish = {
  ...{ id: 'guests', contentType: UID, list: { id: 'guests' } },
  fields: { email: 'mail', consent: 'agreed' },
};
const BY = asking('ann');

describe('a source tried on people who left', () => {
  let town: Town;
  let guests: Village;
  beforeAll(async () => {
    town = await openTown(createVillage());
    await town.lists.ensure({ id: 'guests', name: 'Guests' }, 1);
  });
  afterAll(() => town.close());
  afterEach(() => town.empty());

  const aProcess = () => {
    const made = createMadeSourceStore(town.db);
    const host = {
      open: ({ id, list }: SourceMapping) => ({ ...guests, id, listId: list, peopleOf: UID }),
      types: () => [{ uid: UID, name: 'Guest', fields: HOST }],
    };
    const watch = () => () => undefined;
    const set = createSourceSet({ ...{ fixed: [], store: made, host, watch } });
    const sync = createSyncSubscribers({ ...town, sources: set.all });
    const fixed = { fixedIds: new Set(['users']), fixedAttributes: [], fixedMappings: [] };
    const keep = createKeepSources({ ...town, made, host, ...fixed });
    return { set, sync, keep };
  };

  const moved = aPerson({ externalId: 'g1', address: 'new@example.com' });
  const tryOut = async () => {
    const tried = await aProcess().keep.tryOut(WISH);
    if (!tried.ok) throw new Error('it should have been tried');
    return tried.value;
  };
  const leaveBy = async (sourceId: string) => {
    const subscriberId = await town.subscriberOf('g1', sourceId);
    await town.manage.unsubscribe([{ subscriberId, how: 'page' }]);
  };
  const leftOut = {
    ...{ wouldAdd: 0, alreadyOn: 1, leftOut: { suppressed: 1 } },
    examples: [{ because: null }, { label: 'n•••@e•••.com', because: 'suppressed' }],
  };
  beforeEach(() => {
    guests = createVillage('guests', 'guests');
    guests.move(aPerson({ externalId: 'g0', address: 'g0@example.com' }));
    guests.move(moved);
  });

  it('by another source over them says so, whatever address they have now', async () => {
    const others = aProcess();
    await others.keep.create({ ...WISH, id: 'others' }, BY);
    await others.set.load();
    guests.move(aPerson({ externalId: 'g1', address: 'old@example.com' }));
    await others.sync.reconcile('others');
    await leaveBy('others');
    guests.move(moved);
    expect(await tryOut()).toMatchObject(leftOut);
  });

  it('by the source itself, which is being changed, says so too', async () => {
    const here = aProcess();
    await here.keep.create(WISH, BY);
    await here.set.load();
    guests.move(aPerson({ externalId: 'g1', address: 'old@example.com' }));
    await here.sync.reconcile('guests');
    await leaveBy('guests');
    guests.move(moved);
    expect(await tryOut()).toMatchObject(leftOut);
  });

  it('by a source over others, whose ids mean somebody else, adds them', async () => {
    town.village.move(aPerson({ externalId: 'g1', address: 'old@example.com' }));
    await town.reconcile();
    await leaveBy('users');
    expect(await tryOut()).toMatchObject({ wouldAdd: 2, leftOut: {} });
  });

  it('says of a second entry with one address the same, whether that is suppressed or not', async () => {
    guests.move(aPerson({ externalId: 'g2', address: 'new@example.com' }));
    expect(await tryOut()).toMatchObject({ wouldAdd: 2, leftOut: { 'same-person': 1 } });
    await town.manage.suppress('new@example.com', BY, null);
    const kept = { 'same-person': 1, suppressed: 1 };
    expect(await tryOut()).toMatchObject({ wouldAdd: 1, leftOut: kept });
  });

  it('a list that this one does not fill adds them here', async () => {
    await town.lists.ensure({ id: 'elsewhere', name: 'Elsewhere' }, 1);
    const others = aProcess();
    await others.keep.create({ ...WISH, id: 'others', list: { id: 'elsewhere' } }, BY);
    await others.set.load();
    await others.sync.reconcile('others');
    const subscriberId = await town.subscriberOf('g1', 'others');
    await town.manage.choose(subscriberId, []);
    expect(await tryOut()).toMatchObject({ wouldAdd: 2, leftOut: {} });
  });
});
