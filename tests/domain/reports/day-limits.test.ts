import fc from 'fast-check';
import type { DayRule } from '../../../server/src/domain/delivery/warm-up';
import {
  endWithin,
  fullAmong,
  type TransportDay,
} from '../../../server/src/domain/reports/day-limits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 11, 1, 12);
const MIDNIGHT = Date.UTC(2026, 11, 2);

const transport = (rule: DayRule, rest: Partial<TransportDay> = {}): TransportDay => ({
  ...{ id: 'relay', rule, firstDay: null, used: 0 },
  ...rest,
});
const end = (left: number, perMinute: number, ...transports: TransportDay[]) =>
  endWithin(transports, { left, perMinute, now: NOON });

describe('when an edition is through', () => {
  it('is a matter of its pace where a day holds any number', () => {
    expect(end(600, 60, transport({}))).toBe(NOON + 10 * MINUTE);
    expect(end(600, 60, transport({ messagesPerDay: 5 }), transport({}))).toBe(NOON + 10 * MINUTE);
  });

  it('is on a later day where today holds no more', () => {
    const limited = transport({ messagesPerDay: 1000 }, { used: 400 });
    expect(end(600, 60, limited)).toBe(NOON + 10 * MINUTE);
    expect(end(660, 60, limited)).toBe(MIDNIGHT + MINUTE);
    expect(end(1661, 60, limited)).toBe(MIDNIGHT + DAY + Math.ceil(MINUTE / 60) * 61);
  });

  it('counts what several may begin together', () => {
    const two = [transport({ messagesPerDay: 100 }), transport({ messagesPerDay: 200 })];
    expect(end(360, 60, ...two)).toBe(MIDNIGHT + MINUTE);
  });

  it('follows a warm-up from day to day', () => {
    const warming = transport({ warmUp: 'on' }, { firstDay: '2026-12-01', used: 200 });
    expect(end(237, 237, warming)).toBe(MIDNIGHT + MINUTE);
    expect(end(238, 237, warming)).toBeGreaterThan(MIDNIGHT + DAY);
    const unbegun = transport({ warmUp: 'on' }, { used: 200 });
    expect(end(237, 237, unbegun)).toBe(MIDNIGHT + MINUTE);
  });

  it('is the day that can hold the last of it, while nothing goes out since today is full', () => {
    const full = transport({ messagesPerDay: 100 }, { used: 100 });
    expect(end(100, 0, full)).toBe(MIDNIGHT);
    expect(end(101, 0, full)).toBe(MIDNIGHT + DAY);
  });

  it('is not promised when nothing goes out otherwise, nor for years', () => {
    expect(end(1, 0, transport({}))).toBeNull();
    expect(end(1, 0, transport({ messagesPerDay: 100 }, { used: 99 }))).toBeNull();
    expect(end(1_000_000, 60, transport({ messagesPerDay: 1 }))).toBeNull();
  });

  it('is never sooner than by the pace alone, nor than before when there is more', () => {
    const anyBook = fc.array(
      fc.record({ messagesPerDay: fc.integer({ min: 1, max: 5000 }), used: fc.nat(6000) }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 1000 }),
        anyBook,
        (left, pace, books) => {
          const days = books.map(({ messagesPerDay, used }) =>
            transport({ messagesPerDay }, { used }),
          );
          const [free, bound, more] = [
            end(left, pace, transport({})) ?? NOON,
            end(left, pace, ...days) ?? Infinity,
            end(left + 1, pace, ...days) ?? Infinity,
          ];
          expect(bound).toBeGreaterThanOrEqual(free);
          expect(more).toBeGreaterThanOrEqual(bound);
        },
      ),
    );
  });

  it('names those that have begun what they may', () => {
    const all = [
      transport({}, { id: 'free' }),
      transport({ messagesPerDay: 2 }, { id: 'full', used: 2 }),
      transport({ messagesPerDay: 2 }, { id: 'half', used: 1 }),
    ];
    expect(fullAmong(all, NOON).map(({ id }) => id)).toEqual(['full']);
  });
});
