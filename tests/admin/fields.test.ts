import { readAudience, writeAudience } from '../../admin/src/fields/audience';
import { momentOf, readWishedTime, writeWishedTime } from '../../admin/src/fields/wished-time';

const NOBODY = { include: [], exclude: [], segments: [] };

describe('the audience field', () => {
  it('reads what is stored, as an object or as text', () => {
    const audience = { include: ['newsletter'], exclude: ['staff'], segments: ['pro'] };
    expect(readAudience(audience)).toEqual(audience);
    expect(readAudience(JSON.stringify(audience))).toEqual(audience);
  });

  it.each([null, undefined, '', 'no json', 7, { include: 'newsletter' }, { include: [1] }])(
    'reads %j as nobody chosen',
    (stored) => expect(readAudience(stored)).toEqual(NOBODY),
  );

  it('reads what was stored before there were segments', () => {
    const stored = { include: ['newsletter'], exclude: ['staff'] };
    expect(readAudience(stored)).toEqual({ ...stored, segments: [] });
    expect(writeAudience(readAudience(stored))).toEqual(stored);
  });

  it('is empty when nobody is chosen', () => {
    expect(writeAudience(NOBODY)).toBeNull();
  });

  it('does not leave out a list that gets it', () => {
    expect(writeAudience({ include: ['a', 'b'], exclude: ['b', 'c'], segments: [] })).toEqual({
      include: ['a', 'b'],
      exclude: ['c'],
    });
  });

  it('keeps the segments that were chosen before the lists', () => {
    const audience = { include: [], exclude: [], segments: ['pro'] };
    expect(writeAudience(audience)).toEqual(audience);
  });
});

describe('the wished time field', () => {
  it('begins with the clock of whoever looks', () => {
    expect(readWishedTime(null, 'Asia/Tokyo')).toEqual({ date: '', time: '', zone: 'Asia/Tokyo' });
  });

  it('keeps the clock it was written in', () => {
    const stored = { local: '2026-12-01T09:00', zone: 'Europe/Berlin' };
    const read = readWishedTime(stored, 'Asia/Tokyo');
    expect(read).toEqual({ date: '2026-12-01', time: '09:00', zone: 'Europe/Berlin' });
    expect(writeWishedTime(read)).toEqual(stored);
  });

  it('is empty without a day, and in the morning without a time', () => {
    expect(writeWishedTime({ date: '', time: '09:00', zone: 'UTC' })).toBeNull();
    expect(writeWishedTime({ date: '2026-12-01', time: '', zone: 'UTC' })).toEqual({
      local: '2026-12-01T09:00',
      zone: 'UTC',
    });
  });
});

describe('the moment of a wall clock', () => {
  it.each([
    ['2026-12-01T09:00', 'Asia/Tokyo', '2026-12-01T00:00:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01T09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T09:00', 'America/St_Johns', '2026-12-01T12:30:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-12-01T00:00', 'UTC', '2026-12-01T00:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(momentOf(local, zone)).toBe(Date.parse(moment));
  });

  it('is none for what is no time or no zone', () => {
    expect(momentOf('2026-12-01T', 'UTC')).toBeUndefined();
    expect(momentOf('2026-12-01T09:00', 'Moon/Base')).toBeUndefined();
  });
});
