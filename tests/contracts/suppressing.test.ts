import type { Asking } from '../../server/src/domain/access/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const STEWARD: Asking = { person: 'steward', door: 'admin', ip: '10.0.0.1' };
const ONE_CLICK = { how: 'one-click', editionId: 'e1' } as const;

describe('suppressing', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const hashOf = (address: string): string => town.keys.addressHash(address);
  const isKept = async (): Promise<void> => {
    await town.reconcile();
    await town.note('ann');
    await town.sync.drain();
    expect([await town.onList(), await town.onList('partners')]).toEqual([[], []]);
  };

  beforeEach(async () => {
    users.move(aPerson());
    partners.move(aPerson());
    await town.reconcile();
  });

  describe('by hand', () => {
    it('suppresses an address in any spelling', async () => {
      const done = await town.manage.suppress(' ANN@example.com ', STEWARD, 'asked by phone');
      expect(done).toEqual({ ok: true, value: { label: 'a•••@e•••.com' } });
      expect(await town.suppressions.among([hashOf('ann@example.com')])).toEqual([
        {
          addressHash: hashOf('ann@example.com'),
          label: 'a•••@e•••.com',
          because: 'by-hand',
          source: 'by-hand',
          note: 'asked by phone',
          since: town.at(),
        },
      ]);
      await isKept();
    });

    it('answers the same whatever is known of an address, and tells the audit trail each time', async () => {
      const suppress = (address: string) => town.manage.suppress(address, STEWARD, 'asked');
      const ann = await town.subscriberOf('ann');
      await town.manage.erase(ann, STEWARD, 'They asked');
      const answers = [
        await suppress('ann@example.com'),
        await suppress('axe@example.com'),
        await suppress('axe@example.com'),
      ];
      const same = { ok: true, value: { label: 'a•••@e•••.com' } };
      expect(answers).toEqual([same, same, same]);
      const rows = await town.rows('audit');
      const told = rows.filter(({ act }) => act === 'subscriber.suppress');
      const axe = hashOf('axe@example.com');
      expect(told.map(({ subject_id, result }) => [subject_id, result])).toEqual([
        [ann, 'noted'],
        [axe, 'done'],
        [axe, 'noted'],
      ]);
    });

    it('suppresses an address nobody here has, before anybody comes with it', async () => {
      await town.manage.suppress('new@example.com', STEWARD, null);
      users.move(aPerson({ externalId: 'new' }));
      await town.reconcile();
      expect(await town.leftOut()).toEqual({ new: 'suppressed' });
      expect(await town.subscribers.findByHash(hashOf('new@example.com'))).toMatchObject({
        status: 'erased',
      });
    });

    it('keeps no address in the note or the audit trail', async () => {
      await town.manage.suppress('ann@example.com', STEWARD, 'ann@example.com asked me to');
      const kept = JSON.stringify([await town.rows('suppressions'), await town.rows('audit')]);
      expect(kept).not.toContain('ann@example.com');
    });

    it('refuses what is no address', async () => {
      expect(await town.manage.suppress('ann', STEWARD, null)).toEqual({
        ok: false,
        reason: 'bad-address',
      });
    });

    it('lists what is suppressed, newest first, page by page', async () => {
      for (const name of ['bob', 'cat', 'dan']) {
        town.pass(1000);
        await town.manage.suppress(`${name}@example.com`, STEWARD, null);
      }
      const [dan, cat] = await town.suppressions.list({ limit: 2 });
      expect([dan?.label, cat?.label]).toEqual(['d•••@e•••.com', 'c•••@e•••.com']);
      const rest = await town.suppressions.list({ after: cat?.addressHash, limit: 2 });
      expect(rest.map(({ label }) => label)).toEqual(['b•••@e•••.com']);
    });
  });

  describe('lifted', () => {
    const lift = () => town.manage.lift(hashOf('ann@example.com'), STEWARD);

    it('lets the sources decide again', async () => {
      await town.manage.unsubscribe([
        { subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK },
      ]);
      users.move(aPerson({ consent: false }));
      expect(await lift()).toEqual({ ok: true, value: null });
      await town.sync.drain();
      expect(await town.onList()).toEqual([]);
      expect(await town.onList('partners')).toEqual(['ann@example.com']);
      expect((await town.rows('audit')).map(({ act, person }) => [act, person])).toEqual([
        ['subscriber.suppress', null],
        ['subscriber.lift', 'steward'],
      ]);
    });

    it('frees somebody who came to this address after leaving under another', async () => {
      await town.manage.unsubscribe([
        { subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK },
      ]);
      users.move(aPerson({ address: 'lee@example.org' }));
      await town.reconcile();
      await town.manage.lift(hashOf('lee@example.org'), STEWARD);
      await town.sync.drain();
      expect(await town.onList()).toEqual(['lee@example.org']);
    });

    it('forgets whom no source has any more', async () => {
      await town.manage.unsubscribe([
        { subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK },
      ]);
      users.people.clear();
      partners.people.clear();
      await town.reconcile();
      expect(await town.rows('claims')).toHaveLength(2);
      await lift();
      await town.sync.drain();
      expect(await town.rows('claims')).toEqual([]);
    });

    it('is refused for a complaint', async () => {
      await town.manage.stop([await town.subscriberOf('ann')], { how: 'complaint' });
      expect(await lift()).toEqual({ ok: false, reason: 'stays-suppressed' });
      await isKept();
    });

    it('is refused for what is not suppressed', async () => {
      expect(await lift()).toEqual({ ok: false, reason: 'no-such-suppression' });
    });
  });
});
