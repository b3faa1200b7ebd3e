import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('how a list grew', () => {
  const users = createVillage();
  let town: Town;
  keepTown([users], (opened) => {
    town = opened;
  });

  it('is kept day by day, and the last count of a day is the one of that day', async () => {
    await town.sync.prepare();
    await town.sizes.note('2026-11-23');
    users.move(aPerson());
    await town.reconcile();
    await town.sizes.note('2026-11-24');
    users.people.delete('ann');
    await town.reconcile();
    await town.sizes.note('2026-11-24');
    await town.sizes.note('2026-11-25');
    users.move(aPerson());
    await town.reconcile();
    await town.sizes.note('2026-11-25');

    expect(await town.sizes.since('newsletter', '2026-11-24')).toEqual([
      { day: '2026-11-24', readers: 0 },
      { day: '2026-11-25', readers: 1 },
    ]);
  });
});
