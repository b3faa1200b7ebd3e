import type { Settled } from '../../server/src/ports';
import type { ThreadReport } from '../../server/src/ports/sending-protocol';
import { createReports, type Need } from '../../server/src/sender/reports';
import { accepted, later } from '../support/fake-sender';

describe('what the thread reports', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function listen() {
    const posted: ThreadReport[] = [];
    const wire: { need: Need; enough: number } = { need: 0, enough: 3 };
    const reports = createReports((report) => void posted.push(report), {
      need: () => wire.need,
      enough: () => wire.enough,
    });
    const settled = (deliveryId: string): Settled => ({ deliveryId, outcome: accepted });
    return { wire, posted, reports, settled };
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
    const { wire, posted, reports, settled } = listen();
    reports.add(1, settled('a'));
    wire.need = 1;
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

  it('is told once: what comes before there is more to send can wait, until nothing is in hand', () => {
    const { wire, posted, reports, settled } = listen();
    wire.need = 1;
    reports.add(1, settled('a'));
    jest.advanceTimersByTime(1);
    reports.add(1, settled('b'));
    jest.advanceTimersByTime(1);
    expect(posted).toHaveLength(1);
    wire.need = 2;
    reports.add(1, settled('c'));
    jest.advanceTimersByTime(1);
    expect(posted).toHaveLength(2);
  });

  it('is told again when there was more to send meanwhile', () => {
    const { wire, posted, reports, settled } = listen();
    for (const need of [1, 0, 1] as const) {
      wire.need = need;
      reports.add(1, settled(`need ${need}`));
      jest.advanceTimersByTime(1);
    }
    expect(posted).toHaveLength(2);
  });

  it('goes out at once when it is enough for the next to be marked, before a connection has none', () => {
    const { posted, reports, settled } = listen();
    for (const id of ['a', 'b', 'c', 'd']) reports.add(1, settled(id));
    expect(posted).toEqual([
      { kind: 'outcomes', groups: [{ order: 1, settled: ['a', 'b', 'c'].map(settled) }] },
    ]);
    jest.advanceTimersByTime(20);
    expect(posted).toHaveLength(2);
  });

  it('goes out at once if it is anything but an acceptance', () => {
    const { posted, reports, settled } = listen();
    reports.add(1, { ...settled('a'), outcome: later });
    jest.advanceTimersByTime(1);
    expect(posted).toHaveLength(1);
  });
});
