import { createReadPeople } from '../../server/src/flows/read-people';
import { asking } from '../support/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('the wording people agreed to', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const say = async (wording: string | undefined, change: object = {}): Promise<void> => {
    users.move(aPerson({ ...(wording === undefined ? {} : { wording }), ...change }));
    town.pass(1000);
    await town.reconcile();
  };
  /** What was given or taken back, the newest first. */
  const evidence = async () => {
    const person = await town.subscribers.find(await town.subscriberOf('ann'));
    return (person?.consents ?? []).map(({ kind, wording }) => [kind, wording]);
  };

  it('stands in the evidence of each consent, by list', async () => {
    partners.move(aPerson({ wording: 'partners-1' }));
    await say('2026-11');
    const person = await town.subscribers.find(await town.subscriberOf('ann'));
    expect(person?.consents.map(({ listId, wording }) => [listId, wording]).sort()).toEqual([
      ['newsletter', '2026-11'],
      ['partners', 'partners-1'],
    ]);
  });

  it('is not known where nobody says it', async () => {
    await say(undefined);
    expect(await evidence()).toEqual([['given', undefined]]);
  });

  it('stays what it was when it is another from then on', async () => {
    await say('2026-11');
    await say('2027-01');
    await say('2027-01', { name: 'Anna' });
    expect(await evidence()).toEqual([['given', '2026-11']]);
  });

  it('is the new one for who says yes again, beside the old one', async () => {
    await say('2026-11');
    await say('2027-01', { consent: false });
    await say('2027-01');
    expect(await evidence()).toEqual([
      ['given', '2027-01'],
      ['withdrawn', undefined],
      ['given', '2026-11'],
    ]);
  });

  it('is the one of whoever comes after the person of that address is gone', async () => {
    await say('2026-11');
    users.people.clear();
    users.move(aPerson({ externalId: 'ann-2', address: 'ann@example.com', wording: '2027-01' }));
    await town.reconcile();
    const person = await town.subscribers.find(await town.subscriberOf('ann-2'));
    expect(person?.lists).toEqual(['newsletter']);
    const given = person?.consents.filter(({ kind }) => kind === 'given') ?? [];
    expect(given.map(({ wording }) => wording)).toEqual(['2027-01', '2026-11']);
  });

  it('makes nobody be written anew', async () => {
    await say('2026-11');
    const before = await town.rows('claims');
    await say('2027-01');
    expect(await town.rows('claims')).toEqual(before);
  });

  it('is in the file of all we hold on a person', async () => {
    await say('2026-11');
    const people = createReadPeople({ ...town, sources: () => [], pausedBy: () => null });
    const id = await town.subscriberOf('ann');
    const file = await people.access(id, asking('ann'), { reason: 'They asked' });
    expect(file).toMatchObject({ value: { consents: [{ kind: 'given', wording: '2026-11' }] } });
  });
});
