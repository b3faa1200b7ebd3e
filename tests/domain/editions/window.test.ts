import { placeInWindow, reviewEndsAt, windowOf } from '../../../server/src/domain/editions/window';
import { DAY, MINUTE, NOON } from '../../support/editions';

const CONFIG = { lateGraceMinutes: 60, expiresAfterDays: 7 };

describe('the window in which an edition may start', () => {
  it('is a minute before the wished time and the grace after it', () => {
    expect(windowOf(NOON, NOON - DAY, CONFIG)).toEqual({
      notBefore: NOON - MINUTE,
      notAfter: NOON + 60 * MINUTE,
    });
  });

  it('is seven days from the approval when no time was wished', () => {
    expect(windowOf(null, NOON, CONFIG)).toEqual({ notBefore: NOON, notAfter: NOON + 7 * DAY });
  });

  it.each([
    [NOON - MINUTE - 1, 'early'],
    [NOON - MINUTE, 'inside'],
    [NOON + 60 * MINUTE, 'inside'],
    [NOON + 60 * MINUTE + 1, 'late'],
  ])('calls %d %s', (now, place) => {
    expect(placeInWindow(windowOf(NOON, 0, CONFIG), now)).toBe(place);
  });
});

describe('the time a review ends', () => {
  it('is some days after it was submitted', () => {
    expect(reviewEndsAt(null, NOON, CONFIG)).toBe(NOON + 7 * DAY);
    expect(reviewEndsAt(NOON + 30 * DAY, NOON, CONFIG)).toBe(NOON + 7 * DAY);
  });

  it('is never later than the last moment a start would be in time', () => {
    expect(reviewEndsAt(NOON + DAY, NOON, CONFIG)).toBe(NOON + DAY + 60 * MINUTE);
  });
});
