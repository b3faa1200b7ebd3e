import type { Settled } from '../../server/src/ports';
import type { ThreadReport } from '../../server/src/ports/sending-protocol';
import { createReports } from '../../server/src/sender/reports';
import { accepted, later } from '../support/fake-sender';

describe('what the thread reports', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function listen() {
    const posted: ThreadReport[] = [];
    const house = { isHungry: false };
    const reports = createReports(
      (report) => void posted.push(report),
      () => house.isHungry,
    );
    const settled = (deliveryId: string): Settled => ({ deliveryId, outcome: accepted });
    return { house, posted, reports, settled };
  }

  it('is kept back while every connection has its next message', () => {
    const { posted, reports, settled } = listen();
    reports.add(1, settled('a'));
    jest.advanceTimersByTime(19);
    expect(posted).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(posted).toHaveLength(1);
  });

  it('goes out with all before it once one has none', () => {
    const { house, posted, reports, settled } = listen();
    reports.add(1, settled('a'));
    house.isHungry = true;
    reports.add(2, settled('b'));
    jest.advanceTimersByTime(1);
    expect(posted).toEqual([
      {
        kind: 'outcomes',
        groups: [
          { order: 1, settled: [settled('a')] },
          { order: 2, settled: [settled('b')] },
        ],
      },
    ]);
    jest.advanceTimersByTime(100);
    expect(posted).toHaveLength(1);
  });

  it('goes out at once if it is anything but an acceptance', () => {
    const { posted, reports, settled } = listen();
    reports.add(1, { ...settled('a'), outcome: later });
    jest.advanceTimersByTime(1);
    expect(posted).toHaveLength(1);
  });
});
