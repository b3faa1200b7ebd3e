import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const PEOPLE = 700;

describe('many at once', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const nameOf = (n: number): string => `p${String(n).padStart(4, '0')}`;
  const everybody = (name: string): void => {
    users.move(aPerson({ externalId: 'zoe', name }));
    for (let n = 0; n < PEOPLE; n += 1) {
      users.move(aPerson({ externalId: nameOf(n), name }));
      partners.move(aPerson({ externalId: nameOf(PEOPLE - n), name }));
    }
  };

  it('loses no unsubscribe to two syncs that write the same people, and none waits for ever', async () => {
    everybody('before');
    await Promise.all(['users', 'partners'].map((id) => town.sync.reconcile(id)));
    everybody('after');
    const leaving = (await town.everybody())
      .filter(({ label }, n) => label.startsWith('p') && n % 35 === 0)
      .map(({ id }) => id);
    await Promise.all([
      ...['users', 'partners'].map((id) => town.sync.reconcile(id)),
      ...leaving.map((id) => town.manage.unsubscribe([{ subscriberId: id, how: 'one-click' }])),
      town.manage.suppress('zoe@example.com', { person: 'x', door: 'admin', ip: null }, null),
    ]);

    const gone = (await town.everybody()).filter(({ suppressed }) => suppressed !== null);
    expect(gone).toHaveLength(leaving.length + 1);
    expect(gone.flatMap(({ lists }) => lists)).toEqual([]);
    for (const id of ['users', 'partners']) await town.sync.reconcile(id);
    expect((await town.everybody()).filter(({ lists }) => lists.length === 0)).toEqual(gone);
  });
});
