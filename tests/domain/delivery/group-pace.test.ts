import fc from 'fast-check';
import type { Outcome } from '../../../server/src/domain/delivery/outcome';
import {
  asksToSlowDown,
  isOver,
  lineOf,
  lookAgainAfter,
  perSecondAt,
  readPace,
  refusesUs,
  rested,
  slower,
  type GroupPace,
} from '../../../server/src/domain/delivery/group-pace';

const NOON = Date.UTC(2026, 11, 1, 12);
const MINUTE = 60_000;

const deferred = (code: number, enhanced: string | null, text = ''): Outcome => ({
  kind: 'deferred',
  reply: { stage: 'rcpt', code, enhanced, text },
});

describe('how fast a group of domains may be written to', () => {
  it.each([
    [deferred(421, '4.7.28'), true],
    [deferred(421, null, 'try another time'), true],
    [deferred(450, '4.7.28', 'unusual rate of mail'), true],
    [deferred(452, '4.3.2', 'Too many connections'), true],
    [deferred(451, '4.7.1', 'greylisted'), false],
    [deferred(452, '4.2.2', 'mailbox full'), false],
    [{ kind: 'deferred', reply: null } as Outcome, false],
  ])('is asked to be less by %j: %s', (outcome, asks) => {
    expect(asksToSlowDown(outcome)).toBe(asks);
  });

  it('is nothing while we are refused for what we are, once it was known to whom', () => {
    const refusal = (stage: 'mail' | 'rcpt', because: 'policy' | 'auth'): Outcome => ({
      kind: 'trouble',
      because,
      reply: { stage, code: 550, enhanced: '5.7.1', text: '' },
    });
    expect(refusesUs(refusal('rcpt', 'policy'))).toBe(true);
    expect(refusesUs(refusal('mail', 'policy'))).toBe(false);
    expect(refusesUs(refusal('rcpt', 'auth'))).toBe(false);
  });

  it('halves with each complaint, those of the same moment being one', () => {
    const first = slower(null, NOON, 40);
    expect(perSecondAt(first, NOON)).toBe(20);
    expect(slower(first, NOON + 9_999, 20)).toBe(first);
    expect(perSecondAt(slower(first, NOON + 10_000, 20), NOON + 10_000)).toBe(10);
  });

  it('grows by a quarter with each quiet minute, until it is as it was', () => {
    const pace = slower(null, NOON, 40);
    const after = (minutes: number) => perSecondAt(pace, NOON + minutes * MINUTE);
    expect([after(1), after(2), after(3)]).toEqual([25, 31.25, 39.0625]);
    expect(after(4)).toBeNull();
    expect(isOver(pace, NOON + 4 * MINUTE)).toBe(true);
  });

  it('is never nothing, never more than before the complaint, and always free in the end', () => {
    const complaints = fc.array(fc.integer({ min: 0, max: 30 * MINUTE }), { maxLength: 20 });
    const seen = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(complaints, seen, (gaps, rate) => {
        let now = NOON;
        let pace: GroupPace = slower(null, now, rate);
        for (const gap of gaps) {
          now += gap;
          const before = perSecondAt(pace, now);
          pace = slower(pace, now, rate);
          const after = perSecondAt(pace, now);
          expect(after).toBeGreaterThanOrEqual(0.1);
          if (before !== null) expect(after).toBeLessThanOrEqual(before);
        }
        expect(isOver(pace, now + 3 * 60 * MINUTE)).toBe(true);
      }),
    );
  });

  it('is nothing for a quarter of an hour after a refusal, longer each time, and slow afterwards', () => {
    const world = { now: NOON, seen: 40, random: 0 };
    const pace = rested(null, 'reputation', world);
    expect(pace.restsUntil).toBe(NOON + 15 * MINUTE);
    expect(rested(pace, 'policy', { ...world, now: NOON + MINUTE })).toBe(pace);
    expect(perSecondAt(pace, pace.restsUntil)).toBe(20);
    const now = NOON + 15 * MINUTE;
    expect(rested(pace, 'policy', { ...world, now }).restsUntil).toBe(now + 30 * MINUTE);
  });

  it('says when those that wait are looked at again', () => {
    expect([14, 1, 1e6].map((waiting) => lookAgainAfter(2, waiting))).toEqual([
      7_000, 5_000, 10_000,
    ]);
  });

  it('is read as it was stored, and is nothing if that cannot be read', () => {
    const pace = slower(null, NOON, 4);
    expect(readPace(JSON.parse(JSON.stringify(pace)))).toEqual(pace);
    for (const wrong of [null, 7, {}, { ...pace, because: 'auth' }, { ...pace, times: 'many' }])
      expect(readPace(wrong)).toBeNull();
  });

  it('has a line whose name is short, whatever the domain', () => {
    const line = lineOf(`${'a'.repeat(240)}.example`, 3);
    expect(line.name.length).toBeLessThanOrEqual(32);
    expect(line).toMatchObject({ perSecond: 3, atOnce: 30 });
  });
});
