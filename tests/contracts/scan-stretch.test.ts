import { createVillage, keepTown, type Town } from '../support/people';
import { aClaim } from '../support/person';

describe('a stretch of a scan', () => {
  let town: Town;
  keepTown([createVillage()], (opened) => {
    town = opened;
  });

  const keep = (ids: readonly string[], gone: readonly string[] = []): Promise<void> =>
    town.claims.put(
      ids.map((id) => aClaim({ externalId: id, goneAt: gone.includes(id) ? 1 : null })),
      1,
    );
  const scan = async (after: string | null, upTo: string | null, named: readonly string[]) => {
    const known = await town.claims.scan('users', { after, upTo, named }, 'run');
    return known.map(({ externalId }) => externalId).sort();
  };
  const marked = async (): Promise<string[]> => {
    const found = await town.claims.missed({ sourceId: 'users', runId: 'run' }, 1000);
    return found.map(({ externalId }) => externalId);
  };

  it('tells of who is named in it, and marks nobody where nobody else lies in it', async () => {
    await keep(['ann', 'bob', 'cat']);
    expect(await scan(null, 'bob', ['ann', 'bob'])).toEqual(['ann', 'bob']);
    expect(await marked()).toEqual([]);
  });

  it('tells as much as a claim says', async () => {
    await keep(['ann'], ['ann']);
    await keep(['bob']);
    const [bob] = await town.claims.of('users', ['bob']);
    const stretch = { after: null, upTo: 'bob', named: ['ann', 'bob', 'new'] };
    const known = await town.claims.scan('users', stretch, 'run');
    expect(known.find(({ externalId }) => externalId === 'ann')?.goneAt).toBe(1);
    expect(known.find(({ externalId }) => externalId === 'bob')).toEqual({
      externalId: 'bob',
      rowHash: bob?.rowHash,
      leftOut: bob?.leftOut,
      goneAt: null,
    });
    expect(known).toHaveLength(2);
  });

  it('marks who lies in it and is not named, and who is gone not again', async () => {
    await keep(['ann', 'bob', 'cat', 'dan'], ['cat']);
    expect(await scan('ann', 'cat', ['aba'])).toEqual([]);
    expect(await marked()).toEqual(['bob']);
  });

  it('finds whom the source sorts into it and the database does not', async () => {
    await keep(['ann', 'bob', 'zoe']);
    expect(await scan('ann', 'cat', ['bob', 'zoe', 'ann'])).toEqual(['ann', 'bob', 'zoe']);
    expect(await marked()).toEqual([]);
  });

  it('finds those named among many more', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `m${String(n).padStart(3, '0')}`);
    await keep(many);
    expect(await scan(null, 'm299', ['m007', 'm250'])).toEqual(['m007', 'm250']);
    expect(await marked()).toHaveLength(298);
  });

  it('at the end of the source marks all behind', async () => {
    await keep(['ann', 'bob', 'cat']);
    expect(await scan('ann', null, [])).toEqual([]);
    expect(await marked()).toEqual(['bob', 'cat']);
  });
});
