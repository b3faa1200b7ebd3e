import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('where the readers of an audience are', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const move = (village: typeof users, count: number, domain: string) => {
    for (let n = 0; n < count; n += 1) {
      village.move(aPerson({ externalId: `${domain}-${n}`, address: `reader${n}@${domain}` }));
    }
  };

  it('is told by list and by domain, each reader once however many lists they are on', async () => {
    move(users, 6, 'big.example');
    move(partners, 8, 'big.example');
    move(partners, 5, 'small.example');
    move(users, 2, 'one.example');
    move(users, 3, 'two.example');
    await town.reconcile();
    const spread = await town.audience.spread({ include: ['newsletter', 'partners'], exclude: [] });
    expect(spread).toEqual({
      lists: [
        { id: 'newsletter', readers: 11 },
        { id: 'partners', readers: 13 },
      ],
      domains: [
        { domain: 'big.example', readers: 8 },
        { domain: 'small.example', readers: 5 },
      ],
      elsewhere: 5,
    });
    const without = await town.audience.spread({ include: ['newsletter'], exclude: ['partners'] });
    expect(without).toEqual({
      lists: [{ id: 'newsletter', readers: 5 }],
      domains: [],
      elsewhere: 5,
    });
  });

  it('is nowhere for nobody', async () => {
    const spread = await town.audience.spread({ include: [], exclude: [] });
    expect(spread).toEqual({ lists: [], domains: [], elsewhere: 0 });
  });
});
