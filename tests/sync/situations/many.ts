import type { Asking } from '../../../server/src/domain/access/asking';
import type { Site } from '../../support/sync/site';
import type { Situation } from '../situation';

const NAMES = Array.from({ length: 30 }, (_, n) => `p${String(n).padStart(3, '0')}`);
const EVERYBODY = ['ann', 'bob', ...NAMES];
const STEWARD: Asking = { person: 'a-steward', door: 'admin', ip: null };

const manyAre = ({ users }: Site) => users.createMany(NAMES);
const manyGo = ({ users }: Site) => users.deleteMany({ username: { $in: NAMES } });

const isStopped = async ({ people }: Site): Promise<void> => {
  expect((await people.runs.last('users'))?.state).toBe('braked');
};

const letGo = async ({ people }: Site): Promise<void> => {
  const runId = (await people.runs.last('users'))?.id ?? 'none';
  await people.sync.letGo({ listId: 'newsletter', runId }, STEWARD);
};

/** More at once than anybody means by it. */
export const MANY: readonly Situation[] = [
  {
    title: 'is one of many whom one statement deletes',
    given: manyAre,
    when: manyGo,
    list: EVERYBODY,
    also: isStopped,
  },
  {
    title: 'is one of many whose consent one statement takes back',
    given: manyAre,
    when: ({ users }) => users.updateMany({}, { newsletterConsent: false }),
    list: EVERYBODY,
    also: isStopped,
  },
  {
    title: 'is one of many whose addresses one statement empties',
    given: manyAre,
    when: ({ users }) => users.updateMany({ username: { $in: NAMES } }, { email: null }),
    list: EVERYBODY,
    also: isStopped,
  },
  {
    title: 'is one of many deleted by SQL, behind everybody',
    given: manyAre,
    when: async (site) => {
      for (const name of NAMES) await site.users.sql.delete(name);
    },
    list: EVERYBODY,
    also: async (site) => {
      await site.reconcile();
      await isStopped(site);
      expect((await site.state()).readers).toBe(EVERYBODY.length);
    },
  },
  {
    title: 'is one of many deleted, and somebody lets them go',
    given: manyAre,
    when: async (site) => {
      await manyGo(site);
      await site.follow();
      await letGo(site);
      await site.reconcile();
    },
    list: ['ann', 'bob'],
  },
  {
    title: 'is one of nine deleted at once, of a list not much larger',
    given: ({ users }) => users.createMany(NAMES.slice(0, 9)),
    when: manyGo,
    list: ['ann', 'bob'],
  },
  {
    title: 'unsubscribes from a list whose sync has stopped',
    given: manyAre,
    when: async (site) => {
      await manyGo(site);
      await site.follow();
      await site.leaving.unsubscribe('p000');
    },
    list: EVERYBODY.filter((name) => name !== 'p000'),
    out: ['suppressed'],
  },
];
