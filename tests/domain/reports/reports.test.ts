import fc from 'fast-check';
import { DELIVERY_STATES } from '../../../server/src/domain/delivery/outcome';
import { countsOf, reasonsOf } from '../../../server/src/domain/reports/counts';
import { minutesOf } from '../../../server/src/domain/reports/minutes';
import { paceOf } from '../../../server/src/domain/reports/pace';
import type { Tally } from '../../../server/src/domain/reports/tally';
import { MINUTE, NOON } from '../../support/editions';

const aTally = (change: Partial<Tally> = {}): Tally => ({
  editionId: 'edition-1',
  state: 'accepted',
  because: null,
  minute: NOON,
  count: 1,
  ...change,
});

const anyTally = fc.record({
  editionId: fc.constant('edition-1'),
  state: fc.constantFrom(...DELIVERY_STATES),
  because: fc.constantFrom(null, 'refused', 'unsubscribed'),
  minute: fc.option(fc.integer({ min: 0, max: 100_000 }).map((at) => NOON + at * MINUTE)),
  count: fc.nat(1000),
});

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('the counts of an edition', () => {
  it('name every state', () => {
    expect(countsOf([aTally({ state: 'rejected', count: 2 }), aTally(), aTally()])).toEqual({
      pending: 0,
      sending: 0,
      accepted: 2,
      deferred: 0,
      rejected: 2,
      skipped: 0,
      uncertain: 0,
    });
  });

  it('add up to all deliveries, whatever their states', () => {
    fc.assert(
      fc.property(fc.array(anyTally), (tallies) => {
        const sum = total(tallies.map(({ count }) => count));
        expect(total(Object.values(countsOf(tallies)))).toBe(sum);
      }),
    );
  });

  it('tell the most frequent reason first', () => {
    const tallies = [
      aTally({ state: 'skipped', because: 'unsubscribed', count: 2 }),
      aTally({ state: 'rejected', because: 'refused', count: 2 }),
      aTally({ state: 'rejected', because: 'refused', minute: NOON + MINUTE }),
      aTally(),
    ];
    expect(reasonsOf(tallies)).toEqual([
      { state: 'rejected', because: 'refused', count: 3 },
      { state: 'skipped', because: 'unsubscribed', count: 2 },
    ]);
  });
});

describe('the minutes of an edition', () => {
  it('are none before anything was answered', () => {
    expect(minutesOf([aTally({ state: 'pending', minute: null })])).toEqual([]);
  });

  it('fill the gaps with zero', () => {
    const tallies = [
      aTally({ count: 3 }),
      aTally({ state: 'deferred' }),
      aTally({ state: 'rejected', minute: NOON + 2 * MINUTE }),
    ];
    expect(minutesOf(tallies)).toEqual([
      { at: NOON, accepted: 3, deferred: 1, rejected: 0 },
      { at: NOON + MINUTE, accepted: 0, deferred: 0, rejected: 0 },
      { at: NOON + 2 * MINUTE, accepted: 0, deferred: 0, rejected: 1 },
    ]);
  });

  it('are at most a day of points, and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(anyTally), (tallies) => {
        const points = minutesOf(tallies);
        const answered = tallies.filter(
          ({ state, minute }) =>
            minute !== null && ['accepted', 'deferred', 'rejected'].includes(state),
        );
        expect(points.length).toBeLessThanOrEqual(1440);
        expect(total(points.map((at) => at.accepted + at.deferred + at.rejected))).toBe(
          total(answered.map(({ count }) => count)),
        );
      }),
    );
  });
});

describe('the pace of an edition', () => {
  const relay = { id: 'relay', rule: {}, firstDay: null, used: 0 };
  const started = { startedAt: NOON, now: NOON + 5 * MINUTE + 10, transports: [relay] };

  it('is what was accepted in the last full minute', () => {
    const tallies = [
      aTally({ count: 100 }),
      aTally({ count: 60, minute: NOON + 4 * MINUTE }),
      aTally({ count: 7, minute: NOON + 5 * MINUTE }),
      aTally({ state: 'pending', minute: null, count: 120 }),
    ];
    expect(paceOf(tallies, started)).toEqual({
      perMinute: 60,
      estimatedEnd: started.now + 2 * MINUTE,
    });
  });

  it('is the rate since the start before a full minute has passed', () => {
    const tallies = [aTally({ count: 50 }), aTally({ state: 'pending', minute: null, count: 150 })];
    const now = NOON + 10_000;
    expect(paceOf(tallies, { startedAt: NOON, now, transports: [relay] })).toEqual({
      perMinute: 300,
      estimatedEnd: now + MINUTE / 2,
    });
  });

  it('promises no end while nothing is accepted', () => {
    const pending = aTally({ state: 'pending', minute: null, count: 5 });
    expect(paceOf([pending], started)).toEqual({ perMinute: 0, estimatedEnd: null });
  });

  it('does not wait for what is deferred', () => {
    const deferred = aTally({ state: 'deferred', count: 5 });
    expect(paceOf([deferred], started).estimatedEnd).toBe(started.now);
  });
});
