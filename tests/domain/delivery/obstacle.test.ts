import { obstacleFor, type ReaderNow } from '../../../server/src/domain/delivery/obstacle';

const aReader = (change: Partial<ReaderNow> = {}): ReaderNow => ({
  sealed: 'sealed',
  addressHash: 'hash',
  status: 'active',
  suppressed: null,
  isPaused: false,
  hadOneLately: false,
  isIncluded: true,
  isExcluded: false,
  ...change,
});

describe('a reader of a frozen audience', () => {
  it('is written to if nothing has changed', () => {
    expect(obstacleFor(aReader())).toBeNull();
  });

  it.each([
    ['is gone', null, 'erased'],
    ['was erased', aReader({ status: 'erased', sealed: null }), 'erased'],
    ['has no address any more', aReader({ sealed: null }), 'erased'],
    ['has unsubscribed', aReader({ suppressed: 'unsubscribed' }), 'unsubscribed'],
    ['complained', aReader({ suppressed: 'complaint' }), 'suppressed'],
    ['bounced', aReader({ suppressed: 'hard-bounce' }), 'suppressed'],
    ['was suppressed by hand', aReader({ suppressed: 'by-hand' }), 'suppressed'],
    ['is having a break', aReader({ isPaused: true }), 'paused'],
    ['wants few and had one lately', aReader({ hadOneLately: true }), 'too-soon'],
    ['asked to be erased', aReader({ suppressed: 'erased' }), 'erased'],
    ['is on none of the lists', aReader({ isIncluded: false }), 'no-consent'],
    ['came onto a list that is left out', aReader({ isExcluded: true }), 'inactive'],
    [
      'has unsubscribed from all',
      aReader({ suppressed: 'unsubscribed', isIncluded: false }),
      'unsubscribed',
    ],
  ] as const)('is skipped who %s', (_what, reader, because) => {
    expect(obstacleFor(reader)).toBe(because);
  });
});
