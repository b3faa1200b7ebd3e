import type { Asking } from '../../server/src/domain/access/asking';
import { createReadPeople } from '../../server/src/flows/read-people';
import { TABLES } from '../../server/src/names';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const STEWARD: Asking = { person: 'steward', door: 'admin', ip: '10.0.0.1' };

describe('erasing a person', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  let id: string;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    users.move(aPerson({ name: 'Quetzalcoatl' }));
    partners.move(aPerson({ name: 'Quetzalcoatl' }));
    await town.reconcile();
    id = await town.subscriberOf('ann');
    await town.db.within(async (k) => {
      await town.db.table(k, TABLES.deliveries).insert({
        ...{ edition_id: 'e1', batch_id: 1, subscriber_id: Number(id), locale: 'en' },
        ...{ state: 'rejected', fence: 1, attempt: 1, because: 'no-such-user' },
        reply: JSON.stringify({
          stage: 'rcpt',
          code: 550,
          enhanced: null,
          text: 'No Quetzalcoatl',
        }),
      });
    });
  });

  const erase = () => town.manage.erase(id, STEWARD, 'Asked by letter, ann@example.com');

  const kept = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(
        (['subscribers', 'claims', 'suppressions', 'deliveries', 'consents', 'audit'] as const).map(
          (table) => town.rows(table),
        ),
      ),
    );

  const staysErased = async (): Promise<void> => {
    expect([await town.onList(), await town.onList('partners')]).toEqual([[], []]);
    for (const trace of ['Quetzalcoatl', 'a•••@', 'example.com', 'example.org', 'ann@']) {
      expect(await kept()).not.toContain(trace);
    }
    for (const { sealed, status } of await town.rows('subscribers')) {
      expect({ sealed, status }).toEqual({ sealed: null, status: 'erased' });
    }
  };

  it('leaves nothing but hashes and ids, and says in numbers what went', async () => {
    expect(await erase()).toEqual({
      ok: true,
      value: {
        id: expect.stringMatching(/^[0-9a-z]{26}$/),
        at: town.at(),
        removed: { addresses: 1, labels: 2, memberships: 2, replies: 1 },
      },
    });
    await staysErased();
    expect(await town.everybody()).toMatchObject([
      { id, label: '•••', locale: null, suppressed: 'erased', lists: [] },
    ]);
  });

  it('is one row in the audit trail, with the receipt and the reason without addresses', async () => {
    const done = await erase();
    const rows = await town.rows('audit');
    expect(rows.map(({ act, person, subject_id }) => [act, person, subject_id])).toEqual([
      ['subscriber.erase', 'steward', id],
    ]);
    expect(String(rows[0]?.detail)).toContain(done.ok ? done.value.id : 'refused');
    expect(String(rows[0]?.detail)).toContain('Asked by letter, ‹address›');
  });

  it('finds nothing more to remove the second time', async () => {
    await erase();
    expect(await erase()).toMatchObject({
      ok: true,
      value: { removed: { addresses: 0, labels: 0, memberships: 0, replies: 0 } },
    });
    expect(await town.rows('consents')).toHaveLength(4);
  });

  it('is refused for somebody there is not', async () => {
    for (const nobody of ['999999', 'none', '']) {
      expect(await town.manage.erase(nobody, STEWARD, 'x')).toEqual({
        ok: false,
        reason: 'no-such-subscriber',
      });
    }
  });

  it.each([
    ['by the next reconcile', () => town.reconcile()],
    [
      'by a hook, also with another name and letter case',
      async () => {
        users.move(aPerson({ address: 'ANN@Example.com', name: 'Quetzalcoatl II' }));
        await town.note('ann');
        await town.sync.drain();
      },
    ],
    [
      'by a user who was deleted and made again with the address',
      async () => {
        users.people.clear();
        partners.people.clear();
        await town.reconcile();
        users.move(aPerson({ externalId: 'ann-again', address: 'ann@example.com' }));
        await town.reconcile();
      },
    ],
    [
      'by another address of the same account',
      async () => {
        users.move(aPerson({ address: 'quetz@example.org' }));
        await town.reconcile();
      },
    ],
    [
      'by a person in the admin who lifts the suppression',
      async () => {
        const hash = town.keys.addressHash('ann@example.com');
        const lifted = await town.manage.lift(hash, STEWARD);
        expect(lifted).toEqual({ ok: false, reason: 'stays-suppressed' });
        await town.reconcile();
      },
    ],
  ])('is not undone %s', async (_how, happen) => {
    await erase();
    await happen();
    await staysErased();
  });

  it('takes along who had unsubscribed before, address changes included', async () => {
    await town.manage.unsubscribe([{ subscriberId: id, how: 'one-click' }]);
    await erase();
    users.move(aPerson({ address: 'quetz@example.org' }));
    await town.reconcile();
    const hash = town.keys.addressHash('quetz@example.org');
    expect(await town.manage.lift(hash, STEWARD)).toMatchObject({ ok: false });
    await staysErased();
  });

  it('touches nobody else', async () => {
    users.move(aPerson({ externalId: 'bob' }));
    await town.reconcile();
    await erase();
    expect(await town.onList()).toEqual(['bob@example.com']);
  });

  describe('the file of all we hold on a person', () => {
    const fileOf = () =>
      createReadPeople({ ...town, sources: () => [], pausedBy: () => null }).access(id, STEWARD, {
        reason: 'They asked',
      });

    it('has address, name, lists, consents, sources, deliveries and what was done', async () => {
      await town.manage.suppress('ann@example.com', STEWARD, 'asked by phone');
      const file = await fileOf();
      expect(file).toMatchObject({
        ok: true,
        value: {
          person: { id, address: 'ann@example.com', name: 'Quetzalcoatl', locale: 'en' },
          suppression: { because: 'by-hand', note: 'asked by phone' },
          acts: [{ act: 'subscriber.suppress' }],
        },
      });
      if (!file.ok) return;
      expect(file.value.lists.map(({ list, isOn }) => [list, isOn]).sort()).toEqual([
        ['newsletter', false],
        ['partners', false],
      ]);
      expect(file.value.consents).toHaveLength(4);
      expect(file.value.sources).toHaveLength(2);
      expect(file.value.deliveries).toMatchObject([{ edition: 'e1', state: 'rejected' }]);
    });

    it('is told to the audit trail', async () => {
      await fileOf();
      expect((await town.rows('audit')).map(({ act, person }) => [act, person])).toEqual([
        ['subscriber.access', 'steward'],
      ]);
    });

    it('has no address of somebody erased', async () => {
      await erase();
      const file = await fileOf();
      expect(file).toMatchObject({
        ok: true,
        value: {
          person: { address: null, name: null, status: 'erased' },
          acts: [{ act: 'subscriber.erase' }],
        },
      });
      expect(JSON.stringify(file)).not.toContain('ann@example.com');
    });
  });
});
