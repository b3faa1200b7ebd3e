import fc from 'fast-check';
import { groupOf } from '../../server/src/domain/delivery/rate';
import type { RateStore } from '../../server/src/ports';

/** Rates under test, and a hand on the clock they go by. */
export interface RatesUnderTest {
  readonly store: RateStore;
  /** Another process on the same rates. */
  join(): RateStore;
  /** @param now ms since 1970 */
  setClock(now: number): void;
}

const NOON = Date.UTC(2026, 11, 1, 12);
const SECOND = 1000;

/** What shared rates must do, whatever holds them: the ones in the database and the ones on Redis run this same file. */
export function ratesContract(name: string, open: () => Promise<RatesUnderTest>): void {
  describe(`${name} as shared rates`, () => {
    let tested: RatesUnderTest;
    let transport: string;
    let serial = 0;
    beforeAll(async () => {
      tested = await open();
    });
    beforeEach(() => {
      transport = `t${serial++}`;
      tested.setClock(NOON);
    });

    const take = async (perSecond: number, most = 1000, store = tested.store) => {
      const grant = await store.take([{ name: transport, perSecond }], most);
      if (!grant) throw new Error('nobody could say');
      return grant;
    };

    /** Processes that send as fast as they may from noon on: when each message began, in ms after noon. */
    const sendFor = async (ms: number, perSecond: number, processes: readonly Process[]) => {
      const began: number[] = [];
      const ready = processes.map(({ most, late }, at) => ({
        at: 0,
        most,
        late,
        store: stores()[at % 2],
      }));
      for (;;) {
        const next = ready.reduce((first, one) => (one.at < first.at ? one : first));
        if (next.at >= ms) return began;
        tested.setClock(NOON + Math.floor(next.at));
        const grant = await take(perSecond, next.most, next.store);
        const begins = next.at + grant.waitMs;
        for (let n = 0; n < grant.messages && begins < ms; n += 1) began.push(begins);
        next.at = begins + next.late;
      }
    };
    let both: RateStore[] | undefined;
    const stores = (): RateStore[] => (both ??= [tested.store, tested.join()]);

    it('give the first at once, in a small group', async () => {
      expect(await take(1000)).toEqual({ messages: groupOf(1000), waitMs: 0 });
      expect(await take(1000, 3)).toEqual({ messages: 3, waitMs: 0 });
    });

    it('are shared by all processes', async () => {
      const other = tested.join();
      const grants = [];
      for (const store of [tested.store, other, tested.store]) grants.push(await take(1, 1, store));
      expect(grants).toEqual([
        { messages: 1, waitMs: 0 },
        { messages: 1, waitMs: 0 },
        { messages: 0, waitMs: 500 },
      ]);
    });

    it('are of each transport alone', async () => {
      for (let times = 0; times < 3; times += 1) await take(1);
      transport = `${transport}-other`;
      expect(await take(1)).toEqual({ messages: 1, waitMs: 0 });
    });

    it('save nothing up while nobody sends', async () => {
      await take(10);
      tested.setClock(NOON + 3_600 * SECOND);
      const grants = [await take(10), await take(10), await take(10)];
      expect(grants.map(({ waitMs }) => waitMs)).toEqual([0, 0, 100]);
    });

    it('are not held up by a clock that is set back', async () => {
      await take(10);
      tested.setClock(NOON - 3_600 * SECOND);
      expect(await take(10)).toEqual({ messages: 1, waitMs: 0 });
    });

    it('let two who ask at the same moment have each their own', async () => {
      const asked = Array.from({ length: 10 }, (_, at) => take(100, 1, stores()[at % 2]));
      const waits = (await Promise.all(asked)).map(({ waitMs }) => waitMs);
      expect(waits.sort((a, b) => a - b)).toEqual([0, 0, 0, 10, 20, 30, 40, 50, 60, 70]);
    });

    it('let messages that stand on two lines begin when both let them', async () => {
      const lines = [
        { name: `${transport}-a`, perSecond: 1000 },
        { name: `${transport}-b`, perSecond: 10 },
      ];
      const grants = [];
      for (let times = 0; times < 3; times += 1) grants.push(await tested.store.take(lines, 1000));
      expect(grants).toEqual([
        { messages: 1, waitMs: 0 },
        { messages: 1, waitMs: 0 },
        { messages: 1, waitMs: 100 },
      ]);
    });

    it('keep what all transports begin together within one line of their own', async () => {
      const began: number[] = [];
      for (let at = 0; at < 4 * SECOND; at += 5) {
        tested.setClock(NOON + at);
        for (const own of ['a', 'b', 'c']) {
          const lines = [
            { name: `${transport}-${own}`, perSecond: 200 },
            { name: `${transport}-all`, perSecond: 300 },
          ];
          const grant = await stores()[began.length % 2]?.take(lines, 50, 'now');
          for (let n = 0; n < (grant?.messages ?? 0); n += 1) began.push(at);
        }
      }
      expect(mostInASecond(began)).toBeLessThanOrEqual(300 + 2 * groupOf(300));
      expect(began.length).toBeGreaterThanOrEqual(0.98 * 4 * 300);
    });

    it('take nothing ahead for who asks for now', async () => {
      const now = (most: number) =>
        tested.store.take([{ name: transport, perSecond: 10 }], most, 'now');
      expect([await now(1), await now(1), await now(1)]).toEqual([
        { messages: 1, waitMs: 0 },
        { messages: 1, waitMs: 0 },
        { messages: 0, waitMs: 100 },
      ]);
    });

    it('never let more begin in any second than the setting and two small groups, nor 2 % less', async () => {
      const perSecond = fc.integer({ min: 1, max: 3000 });
      const processes = fc.array(aProcess, { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(perSecond, processes, async (rate, all) => {
          transport = `t${serial++}`;
          const seconds = rate < 50 ? 60 : 4;
          const began = await sendFor(seconds * SECOND, rate, all);
          expect(mostInASecond(began)).toBeLessThanOrEqual(rate + 2 * groupOf(rate));
          if (isFast(rate, all)) expect(began.length).toBeGreaterThanOrEqual(0.98 * rate * seconds);
        }),
        { numRuns: 12 },
      );
    });
  });
}

interface Process {
  /** Messages it can begin at once. */
  readonly most: number;
  /** ms from a beginning to the next question. */
  readonly late: number;
}

const aProcess: fc.Arbitrary<Process> = fc.record({
  most: fc.integer({ min: 1, max: 100 }),
  late: fc.integer({ min: 1, max: 30 }),
});

/** Together they could begin more than they may, though each comes late for every group. */
const isFast = (rate: number, processes: readonly Process[]): boolean =>
  processes.reduce((sum, { most, late }) => {
    const group = Math.min(most, groupOf(rate));
    // One who waits at the line's end comes late for the next stretch only.
    return sum + group / (late / SECOND);
  }, 0) >
  2 * rate;

function mostInASecond(began: readonly number[]): number {
  const sorted = [...began].sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [to, at] of sorted.entries()) {
    while ((sorted[from] ?? 0) <= at - SECOND) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
