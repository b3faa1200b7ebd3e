import { keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const ROWS = 1200;
const SHARED = 'office@example.com';

describe('many rows of one address', () => {
  let town: Town;
  keepTown([], (opened) => {
    town = opened;
  });
  beforeEach(async () => {
    for (let n = 0; n < ROWS; n += 1) move(nameOf(n));
    await reconcile();
  });

  const nameOf = (n: number): string => `p${String(n).padStart(4, '0')}`;
  const move = (externalId: string, address = SHARED): void =>
    town.village.move(aPerson({ externalId, address }));
  const reconcile = () => town.sync.reconcile('users');
  const remove = async (externalId: string): Promise<void> => {
    town.village.people.delete(externalId);
    await town.note(externalId);
    await town.sync.drain();
  };

  it('are one subscriber, and all but one wait behind it', async () => {
    expect(await town.onList()).toEqual([SHARED]);
    const waiting = Object.values(await town.leftOut());
    expect(waiting).toEqual(Array.from({ length: 1000 }, () => 'same-person'));
    expect(await town.rows('claims')).toHaveLength(ROWS);
  });

  it('are not all read again for each page of them', async () => {
    const id = await town.subscriberOf(nameOf(0));
    expect(await town.claims.onSubscribers([id])).toHaveLength(ROWS);
    expect(await town.claims.standing([id], [])).toMatchObject([{ externalId: nameOf(0) }]);
  });

  it('let the next take over when the one that decided is gone', async () => {
    await remove(nameOf(0));
    expect(await town.onList()).toEqual([SHARED]);
    const id = await town.subscriberOf(nameOf(1));
    expect(await town.claims.standing([id], [])).toMatchObject([{ externalId: nameOf(1) }]);
  });

  it('keep the address until the last of them is gone', async () => {
    const id = await town.subscriberOf(nameOf(0));
    for (let n = 2; n < ROWS; n += 1) town.village.people.delete(nameOf(n));
    await town.sync.restart('users', ROWS);
    await reconcile();
    await remove(nameOf(0));
    expect(await town.subscribers.reveal(id)).toMatchObject({ address: SHARED });
    await remove(nameOf(1));
    expect(await town.subscribers.reveal(id)).toBeNull();
  });
});
