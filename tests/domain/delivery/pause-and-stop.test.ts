import fc from 'fast-check';
import { readStop } from '../../../server/src/domain/delivery/stop';
import { readPause, restAfter } from '../../../server/src/domain/delivery/transport-pause';

const now = 1_000_000;

describe('a transport in trouble', () => {
  it('rests 15 seconds at first, then twice as long each time, ten minutes at most', () => {
    const rests: number[] = [];
    let pause = restAfter(null, 'tls', { now, random: 0 });
    for (let time = 0; time < 8; time += 1) {
      rests.push(pause.until - now);
      pause = restAfter({ ...pause, until: now }, 'tls', { now, random: 0 });
    }
    expect(rests.map((ms) => ms / 1000)).toEqual([15, 30, 60, 120, 240, 480, 600, 600]);
    expect(pause.since).toBe(now);
  });

  it('does not rest longer for what is reported while it rests', () => {
    const pause = restAfter(null, 'unreachable', { now, random: 0.5 });
    expect(restAfter(pause, 'auth', { now: now + 10, random: 0.5 })).toBe(pause);
  });

  it('comes back as it was stored', () => {
    const pause = restAfter(null, 'auth', { now, random: 0.3 });
    expect(readPause(JSON.parse(JSON.stringify(pause)))).toEqual(pause);
  });

  it('is well if nothing sensible was stored', () => {
    for (const stored of [null, {}, 'x', { because: 'bored', until: 1, since: 1, times: 1 }]) {
      expect(readPause(stored)).toBeNull();
    }
  });
});

describe('stop everything', () => {
  it('is off until somebody stops', () => {
    expect(readStop(null)).toEqual({ stopped: false, by: null, at: null });
  });

  it('is what was stored', () => {
    const stop = { stopped: true, by: 'ann', at: now };
    expect(readStop(stop)).toEqual(stop);
    expect(readStop({ ...stop, stopped: false })).toEqual({ ...stop, stopped: false });
  });

  it('is on when what was stored cannot be read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        fc.pre(stored !== null);
        const isLifted =
          typeof stored === 'object' && 'stopped' in stored && stored.stopped === false;
        expect(readStop(stored).stopped).toBe(!isLifted);
      }),
    );
  });
});
