import { pageOf } from '../../server/src/adapters/sources/page-of';
import type { Asking } from '../../server/src/domain/access/asking';
import { keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const STEWARD: Asking = { person: 'steward', door: 'admin', ip: null };
const NAMES = Array.from({ length: 1200 }, (_, n) => `p${String(n).padStart(4, '0')}`);
const addressesOf = (names: readonly string[]) => names.map((name) => `${name}@example.com`);

describe('a reconcile that would take too many off a list', () => {
  let town: Town;
  keepTown([], (opened) => {
    town = opened;
  });

  const move = (change: Parameters<typeof aPerson>[0]) => town.village.move(aPerson(change));
  const reconcile = () => {
    town.pass(1000);
    return town.sync.reconcile('users');
  };
  const fill = async (names: readonly string[]) => {
    for (const externalId of names) move({ externalId });
    await reconcile();
  };
  const lose = (names: readonly string[]) => {
    for (const name of names) town.village.people.delete(name);
  };
  const letGo = (runId: string, listId = 'newsletter') => {
    town.pass(1000);
    return town.sync.letGo({ listId, runId }, STEWARD);
  };
  const keep = (runId: string) => town.sync.keep({ listId: 'newsletter', runId }, STEWARD);

  it('stops with the numbers, and nobody is taken off', async () => {
    await fill(NAMES);
    lose(NAMES.slice(0, 700));
    const run = await reconcile();
    expect(run).toMatchObject({
      state: 'braked',
      brake: { leaving: 700, of: 1200 },
      counts: { seen: 500, removed: 0 },
    });
    expect(await town.runs.last('users')).toEqual(run);
    expect(await town.size()).toBe(1200);
  });

  it('counts who withdrew, is blocked or has no usable address like who is gone', async () => {
    const names = NAMES.slice(0, 40);
    await fill(names);
    for (const externalId of names.slice(0, 4)) move({ externalId, consent: false });
    for (const externalId of names.slice(4, 8)) move({ externalId, blocked: true });
    for (const externalId of names.slice(8, 12)) move({ externalId, address: 'nowhere' });
    lose(names.slice(12, 16));
    const run = await reconcile();
    expect(run).toMatchObject({ state: 'braked', brake: { leaving: 16, of: 40 } });
    expect(await town.onList()).toEqual(addressesOf(names));
    expect(await town.leftOut()).toEqual({});
  });

  it('stops where a statement gave everybody the same address', async () => {
    const names = NAMES.slice(0, 600);
    await fill(names);
    for (const externalId of names) move({ externalId, address: 'nobody@example.com' });
    expect(await reconcile()).toMatchObject({ state: 'braked', brake: { leaving: 599, of: 600 } });
    expect(await town.size()).toBe(600);
  });

  it('lets people change their addresses among themselves', async () => {
    await fill(NAMES.slice(0, 40));
    move({ externalId: 'p0000', address: 'p0001@example.com' });
    move({ externalId: 'p0001', address: 'p0000@example.com' });
    expect((await reconcile()).state).toBe('done');
    expect(await town.size()).toBe(40);
  });

  it('still takes in who came and what changed', async () => {
    const names = NAMES.slice(0, 40);
    await fill(names);
    lose(names.slice(0, 20));
    move({ externalId: 'p0039', address: 'other@example.com' });
    move({ externalId: 'zoe' });
    expect(await reconcile()).toMatchObject({ state: 'braked', counts: { added: 1, changed: 1 } });
    expect(await town.onList()).toEqual(
      [...addressesOf(names.slice(0, 39)), 'other@example.com', 'zoe@example.com'].sort(),
    );
  });

  it('takes off a fifth, and a few of a small list, without a word', async () => {
    const names = NAMES.slice(0, 50);
    await fill(names);
    lose(names.slice(0, 10));
    expect(await reconcile()).toMatchObject({ state: 'done', counts: { removed: 10 } });
    lose(names.slice(10, 41));
    expect((await reconcile()).state).toBe('braked');
    for (const externalId of names.slice(10, 41)) move({ externalId });
    lose(names.slice(41));
    expect(await reconcile()).toMatchObject({ state: 'done', counts: { removed: 9 } });
  });

  it('counts nobody whom the source only sorts elsewhere', async () => {
    const names = ['a', 'B', 'c', 'D', 'e', 'F', 'g', 'H', 'i', 'J', 'k', 'L', 'm', 'N'];
    await fill(names);
    const backwards = [...town.village.people.values()].reverse();
    const { read } = town.village;
    Object.assign(town.village, {
      read: async (after: string | null) => {
        const at = backwards.findIndex(({ externalId }) => externalId === after);
        return pageOf(backwards.slice(at + 1, at + 3));
      },
    });
    const run = await reconcile();
    Object.assign(town.village, { read });
    expect(run).toMatchObject({ state: 'done', brake: { leaving: 0, of: 14 } });
  });

  it('stops as well after it was killed while it counted', async () => {
    await fill(NAMES);
    lose(NAMES.slice(0, 1100));
    const crash = ({ state }: { state: string }): void => {
      if (state === 'counting') throw new Error('crash');
    };
    await expect(town.sync.reconcile('users', crash)).rejects.toThrow('crash');
    expect(await reconcile()).toMatchObject({ state: 'braked', brake: { leaving: 1100 } });
    expect(await town.size()).toBe(1200);
  });

  it('does not keep a single person, of whom a hook told, from leaving', async () => {
    const names = NAMES.slice(0, 40);
    await fill(names);
    lose(names.slice(0, 20));
    await reconcile();
    await town.note('p0000');
    await town.sync.drain();
    expect(await town.size()).toBe(39);
    expect((await reconcile()).brake).toMatchObject({ leaving: 19, of: 39 });
  });

  it('goes on by itself when the source has them again', async () => {
    const names = NAMES.slice(0, 40);
    await fill(names);
    lose(names.slice(0, 20));
    await reconcile();
    for (const externalId of names) move({ externalId });
    expect(await reconcile()).toMatchObject({ state: 'done', brake: { leaving: 0, kept: null } });
    expect(await town.size()).toBe(40);
  });

  describe('and a person answers', () => {
    const names = NAMES.slice(0, 40);
    beforeEach(async () => {
      await fill(names);
      lose(names.slice(0, 19));
      move({ externalId: 'p0019', consent: false });
    });

    it('that they may go: as many leave', async () => {
      const { id } = await reconcile();
      expect(await letGo(id)).toEqual({ ok: true, value: { sourceId: 'users' } });
      expect(await reconcile()).toMatchObject({
        state: 'done',
        counts: { removed: 19, changed: 1, leftOut: { 'no-consent': 1 } },
      });
      expect(await town.onList()).toEqual(addressesOf(names.slice(20)));
      expect(await town.leftOut()).toEqual({ p0019: 'no-consent' });
    });

    it('that they may go: one more, and it stops again', async () => {
      const { id } = await reconcile();
      await letGo(id);
      lose(['p0020']);
      expect(await reconcile()).toMatchObject({ state: 'braked', brake: { leaving: 21 } });
      expect(await town.size()).toBe(40);
    });

    it('that they may go: the next time it is asked anew', async () => {
      const { id } = await reconcile();
      await letGo(id);
      await reconcile();
      lose(names.slice(20, 32));
      expect(await reconcile()).toMatchObject({ state: 'braked', brake: { leaving: 12, of: 20 } });
    });

    it('to a run that another has followed: refused, and nobody leaves', async () => {
      const { id } = await reconcile();
      await reconcile();
      expect(await letGo(id)).toEqual({ ok: false, reason: 'run-moved-on' });
      expect(await keep(id)).toEqual({ ok: false, reason: 'run-moved-on' });
      expect((await reconcile()).state).toBe('braked');
    });

    it('twice at once: one answer counts', async () => {
      const { id } = await reconcile();
      const answers = await Promise.all([letGo(id), letGo(id)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('for another list: refused', async () => {
      const { id } = await reconcile();
      expect(await letGo(id, 'other')).toEqual({ ok: false, reason: 'no-such-list' });
    });

    it('that it stays as it is: said until more would leave', async () => {
      const { id } = await reconcile();
      expect((await keep(id)).ok).toBe(true);
      expect((await reconcile()).brake).toMatchObject({ leaving: 20, kept: 20 });
      lose(['p0020']);
      expect((await reconcile()).brake).toMatchObject({ leaving: 21, kept: 20 });
      expect(await town.size()).toBe(40);
    });

    it('and the audit trail says who, what and how many', async () => {
      const { id } = await reconcile();
      await keep(id);
      await letGo(id);
      await letGo(id);
      const rows = await town.rows('audit');
      const told = rows.map(({ act, result, person }) => [act, result, person]);
      expect(told).toEqual([
        ['list.keep', 'done', 'steward'],
        ['list.let-go', 'done', 'steward'],
        ['list.let-go', 'run-moved-on', 'steward'],
      ]);
      expect(JSON.stringify(rows[1])).toMatch(/leaving\D+20/);
    });
  });
});
