import fc from 'fast-check';
import {
  dayAfter,
  dayLimit,
  dayOfPlan,
  warmUpLimit,
} from '../../../server/src/domain/delivery/warm-up';

describe('the messages of a day', () => {
  it('grow from 200 to 200,000 in 42 days, and are free then', () => {
    expect([1, 2, 7, 21, 42, 43].map(warmUpLimit)).toEqual([200, 237, 550, 5814, 200_000, null]);
  });

  it('are more each day, by about a sixth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 41 }), (day) => {
        const [today, tomorrow] = [warmUpLimit(day) ?? 0, warmUpLimit(day + 1) ?? 0];
        expect(tomorrow / today).toBeGreaterThan(1.17);
        expect(tomorrow / today).toBeLessThan(1.2);
      }),
    );
  });

  it.each([
    ['the first day of the plan', '2026-11-27', '2026-11-27', 1],
    ['over the end of a month', '2026-11-27', '2026-12-02', 6],
    ['over a summer time', '2026-03-28', '2026-03-30', 3],
    ['before it begins', '2026-11-27', '2026-11-20', -6],
  ])('are counted from %s', (_when, from, day, is) => expect(dayOfPlan(from, day)).toBe(is));

  it.each([
    [{}, null],
    [{ messagesPerDay: 90 }, 90],
    [{ warmUp: 'on' }, 280],
    [{ warmUp: 'on', messagesPerDay: 90 }, 90],
    [{ warmUp: 'on', messagesPerDay: 1000 }, 280],
    [{ warmUp: 'off', messagesPerDay: 1000 }, 1000],
    [{ warmUp: { from: '2026-11-27' } }, 200],
    [{ warmUp: { from: '2027-01-01' } }, 200],
    [{ warmUp: { from: '2026-01-01' } }, null],
  ] as const)('are by %j: %s, on the third day', (rule, limit) => {
    expect(dayLimit(rule, { firstDay: '2026-11-25', day: '2026-11-27' })).toBe(limit);
  });

  it('begin on the day of their first use', () => {
    const fresh = { firstDay: null, day: '2026-11-27' };
    expect(dayLimit({ warmUp: 'on' }, fresh)).toBe(200);
  });

  it('are out until midnight, UTC', () => {
    const day = Date.UTC(2026, 10, 28);
    expect([Date.UTC(2026, 10, 27, 23, 59), Date.UTC(2026, 10, 27)].map(dayAfter)).toEqual([
      day,
      day,
    ]);
  });
});
