import { progressOf } from '../../admin/src/components/progress';
import { bucketed, type Minute } from '../../admin/src/pages/campaigns/buckets';
import { condense, hasChanges } from '../../admin/src/pages/review/condense';

describe('progress', () => {
  const nothing = {
    ...{ pending: 0, sending: 0, accepted: 0, deferred: 0, rejected: 0, skipped: 0, uncertain: 0 },
  };
  const counts = { ...nothing, accepted: 90, deferred: 5, rejected: 2, skipped: 1, uncertain: 1 };

  it('counts what is settled, and a deferred message is not', () => {
    expect(progressOf({ counts, readers: 100 })).toEqual({
      ...{ settled: 94, readers: 100, percent: 94 },
    });
  });

  it('is not full before the last message', () => {
    expect(progressOf({ counts: { ...nothing, accepted: 9_999 }, readers: 10_000 }).percent).toBe(
      99,
    );
  });

  it('is nothing of nothing', () => {
    expect(progressOf({ counts: nothing, readers: 0 }).percent).toBe(0);
  });
});

describe('minutes for a chart', () => {
  const MINUTE_MS = 60_000;
  const minute = (n: number): Minute => ({
    ...{ at: n * MINUTE_MS, accepted: 10, deferred: 1, rejected: 0 },
  });
  const minutes = (count: number) => Array.from({ length: count }, (_, n) => minute(n));

  it('stay single while they fit', () => {
    expect(bucketed(minutes(60), 60)).toEqual({ minutes: 1, points: minutes(60) });
  });

  it('are put together when there are too many, and none is lost', () => {
    const { minutes: size, points } = bucketed(minutes(600), 60);
    expect(size).toBe(10);
    expect(points).toHaveLength(60);
    expect(points.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(6_000);
  });

  it('are put together by their distance, not by their number', () => {
    expect(bucketed([minute(0), minute(600)], 60).minutes).toBe(30);
  });

  it('are none of none', () => {
    expect(bucketed([], 60).points).toEqual([]);
  });
});

describe('changed words', () => {
  const same = (text: string) => ({ kind: 'same', text }) as const;
  const added = (text: string) => ({ kind: 'added', text }) as const;

  it('keep what stands around a change and shorten the rest', () => {
    const words = [same('a'.repeat(50)), added('new'), same('b'.repeat(50))];
    expect(condense(words, 5).map(({ text }) => text)).toEqual([' … aaaaa', 'new', 'bbbbb … ']);
  });

  it('are shown whole when there is little of them', () => {
    expect(condense([same('short '), added('new')], 80).map(({ text }) => text)).toEqual([
      ...['short ', 'new'],
    ]);
  });

  it('are joined when they are of one kind', () => {
    expect(condense([added('a'), added('b')], 80)).toEqual([added('ab')]);
  });

  it('do not cut a character in two', () => {
    const [first] = condense([same('👩‍💻'.repeat(50)), added('new')], 2);
    expect(first?.text).not.toMatch(/[\ud800-\udbff]$/);
  });

  it('are none when everything stayed', () => {
    expect(hasChanges([same('all')])).toBe(false);
    expect(hasChanges([same('all'), added('new')])).toBe(true);
  });
});
