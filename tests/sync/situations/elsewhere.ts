import type { Site } from '../../support/sync/site';
import type { Situation } from '../situation';

const MANY = Array.from({ length: 1100 }, (_, n) => `c${n}`);
const BOTH = ['ann', 'bob'];
const DOWN = 'source crm: bad-query';

/** People of another database, of whom no hook tells. */
export const ELSEWHERE: readonly Situation[] = [
  {
    title: 'comes in another database',
    when: ({ crm }) => crm.add(1, 'cat'),
    unheard: BOTH,
    list: [...BOTH, 'cat'],
  },
  {
    title: 'comes in another database without consent, without an address, without an id',
    when: async ({ crm }) => {
      await crm.add(1, 'cat', { agreed: false });
      await crm.add(2, 'dan', { email: null });
      await crm.add(null, 'eve');
    },
    unheard: BOTH,
    list: BOTH,
    out: ['no-address', 'no-consent'],
    also: async ({ people }) => {
      const run = await people.runs.last('crm');
      expect(run?.counts.leftOut['no-id']).toBe(1);
    },
  },
  {
    title: 'changes the address in another database',
    given: async (site) => {
      await site.crm.add(1, 'cat');
      await site.reconcile();
    },
    when: ({ crm }) => crm.change(1, { email: 'kate@readers.example.test' }),
    unheard: [...BOTH, 'cat'],
    list: [...BOTH, 'kate'],
  },
  {
    title: 'takes consent back in another database',
    given: async (site) => {
      await site.crm.addMany(MANY.slice(0, 10));
      await site.reconcile();
    },
    when: ({ crm }) => crm.change(3, { agreed: false }),
    unheard: [...BOTH, ...MANY.slice(0, 10)],
    list: [...BOTH, ...MANY.slice(0, 10).filter((name) => name !== 'c3')],
    out: ['no-consent'],
  },
  {
    title: 'is gone from another database',
    given: async (site) => {
      await site.crm.addMany(MANY.slice(0, 10));
      await site.reconcile();
    },
    when: ({ crm }) => crm.remove(3),
    unheard: [...BOTH, ...MANY.slice(0, 10)],
    list: [...BOTH, ...MANY.slice(0, 10).filter((name) => name !== 'c3')],
  },
  {
    title: 'is in another database under one id twice, of which the first counts',
    when: async ({ crm }) => {
      await crm.add(1, 'cat');
      await crm.add(1, 'cat');
    },
    unheard: BOTH,
    list: [...BOTH, 'cat'],
  },
  {
    title: 'is one address of a thousand customers in another database',
    when: ({ crm }) => crm.addMany(Array.from({ length: 1000 }, () => 'cat@readers.example.test')),
    unheard: BOTH,
    list: [...BOTH, 'cat'],
    out: Array.from({ length: 999 }, () => 'same-person'),
  },
  {
    title: 'is also in another database, which is down, and others come meanwhile',
    given: async (site) => {
      await site.crm.add(1, 'cat');
      await site.reconcile();
      await site.crm.goDown();
    },
    when: async (site) => {
      await site.users.register('dan');
      await expect(site.reconcile()).rejects.toThrow();
      expect(await troubleOf(site)).toBe('bad-query');
      expect((await site.state()).readers).toBe(4);
      await site.crm.comeBack();
      await site.reconcile();
      expect(await troubleOf(site)).toBeNull();
    },
    list: [...BOTH, 'cat', 'dan'],
  },
  {
    title: 'is in another database that goes down after half of its people',
    given: ({ crm }) => crm.addMany(MANY),
    when: async (site) => {
      const dies = (): never => {
        throw new Error('the process is gone');
      };
      await expect(site.people.sync.reconcile('crm', dies)).rejects.toThrow('is gone');
      const { readers } = await site.state();
      expect([BOTH.length < readers, readers < BOTH.length + MANY.length]).toEqual([true, true]);
      await site.crm.goDown();
      await expect(site.people.sync.reconcile('crm')).rejects.toThrow(DOWN);
      expect((await site.state()).readers).toBe(readers);
      await site.crm.comeBack();
      await site.reconcile();
    },
    list: [...BOTH, ...MANY],
  },
  {
    title: 'leaves, and stays gone whatever another database says',
    given: async (site) => {
      await site.crm.add(1, 'cat');
      await site.reconcile();
    },
    when: async (site) => {
      await site.leaving.unsubscribe('cat');
      await site.crm.change(1, { locale: 'ja' });
      await site.reconcile();
    },
    list: BOTH,
    out: ['suppressed'],
  },
];

async function troubleOf({ people }: Site) {
  const list = await people.read.findList('newsletter');
  return list?.sources.find(({ id }) => id === 'crm')?.trouble;
}
