import {
  EDITION_STATES,
  isOpen,
  mayBeVoided,
  moveEdition,
  ONLY_ONCE_STARTED,
  stateAfter,
  statesThatCan,
  stopBeforeBegin,
  type EditionMove,
} from '../../../server/src/domain/editions/states';

const MOVES: EditionMove[] = [
  ...(['approve', 'schedule', 'send-back', 'withdraw', 'expire', 'void', 'freeze'] as const),
  ...(['begin', 'pause', 'resume', 'hold', 'finish', 'cancel'] as const),
];

describe('the moves of an edition', () => {
  it.each(MOVES)('%s leads to one state, wherever it starts', (move) => {
    for (const state of statesThatCan(move))
      expect(moveEdition(state, move)).toBe(stateAfter(move));
  });

  it('lets nothing out of review into sending but through an approval', () => {
    for (const move of ['freeze', 'begin', 'resume', 'finish'] as const) {
      expect(statesThatCan(move)).not.toContain('in-review');
    }
  });

  it('ends for good', () => {
    const closed = EDITION_STATES.filter((state) => !isOpen(state));
    expect(closed).toEqual(['sent', 'sent-back', 'withdrawn', 'expired', 'void', 'cancelled']);
  });

  it('never resumes what had not begun', () => {
    expect(ONLY_ONCE_STARTED.resume).toBe(true);
  });
});

describe('a change of the campaign', () => {
  it.each(['in-review', 'approved', 'scheduled', 'held'] as const)(
    'voids an edition that is %s',
    (state) => {
      expect(mayBeVoided({ state, startedAt: null })).toBe(true);
    },
  );

  it.each(['freezing', 'sending', 'paused', 'sent', 'cancelled', 'withdrawn'] as const)(
    'leaves an edition alone that is %s',
    (state) => {
      expect(mayBeVoided({ state, startedAt: null })).toBe(false);
    },
  );

  it('leaves alone what is held in the middle of sending', () => {
    expect(mayBeVoided({ state: 'held', startedAt: 1 })).toBe(false);
  });
});

describe('a source that decides who gets it', () => {
  it('voids what waits, holds what collects its readers, and leaves alone what has begun', () => {
    const stops = EDITION_STATES.map((state) => [
      state,
      stopBeforeBegin({ state, startedAt: null }),
    ]);
    expect(Object.fromEntries(stops.filter(([, stop]) => stop !== null))).toEqual({
      ...{ 'in-review': 'void', approved: 'void', scheduled: 'void', held: 'void' },
      freezing: 'hold',
    });
    expect(stopBeforeBegin({ state: 'held', startedAt: 1 })).toBeNull();
  });
});
