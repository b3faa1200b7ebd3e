import { gather } from '../../server/src/adapters/gather';

describe('what is gathered', () => {
  const rounds: number[][] = [];
  const double = async (items: readonly number[]): Promise<Map<number, number>> => {
    rounds.push([...items]);
    if (items.includes(13)) throw new Error('thirteen');
    return new Map(items.map((item) => [item, item * 2]));
  };
  beforeEach(() => rounds.splice(0));

  it('is done together, and each is answered', async () => {
    const ask = gather(double);
    const answers = await Promise.all([1, 2, 3].map(async (item) => (await ask(item)).get(item)));
    expect(answers).toEqual([2, 4, 6]);
    expect(rounds).toEqual([[1, 2, 3]]);
  });

  it('waits for what is under way, and then goes together', async () => {
    const ask = gather(async (items: readonly number[]) => {
      rounds.push([...items]);
      if (items.includes(1)) void later.push(ask(2), ask(3));
    });
    const later: Promise<void>[] = [];
    await ask(1);
    await Promise.all(later);
    expect(rounds).toEqual([[1], [2, 3]]);
  });

  it('fails for nobody but those whose own it is', async () => {
    const ask = gather(double);
    const answers = await Promise.allSettled([12, 13, 14].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(rounds).toEqual([[12, 13, 14], [12], [13], [14]]);
  });

  it('goes on after a failure', async () => {
    const ask = gather(double);
    await expect(ask(13)).rejects.toThrow('thirteen');
    expect((await ask(4)).get(4)).toBe(8);
  });

  it('takes two hundred at once', async () => {
    const ask = gather(double);
    await Promise.all(Array.from({ length: 250 }, (_, n) => ask(n + 100)));
    expect(rounds.map(({ length }) => length)).toEqual([200, 50]);
  });
});
