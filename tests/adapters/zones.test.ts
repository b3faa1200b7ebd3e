import { zones } from '../../server/src/adapters/zones';

const resolve = (local: string, zone: string) => zones.resolve({ local, zone });

describe('a wished time', () => {
  it.each([
    ['2026-12-01T09:00', 'Asia/Tokyo', Date.UTC(2026, 11, 1, 0)],
    ['2026-12-01T09:00:30', 'UTC', Date.UTC(2026, 11, 1, 9, 0, 30)],
    ['2026-07-01T09:00', 'Europe/Berlin', Date.UTC(2026, 6, 1, 7)],
    ['2026-12-01T09:00', 'Europe/Berlin', Date.UTC(2026, 11, 1, 8)],
    ['2026-07-01T09:00', 'America/New_York', Date.UTC(2026, 6, 1, 13)],
    ['2028-02-29T00:00', 'Asia/Kolkata', Date.UTC(2028, 1, 28, 18, 30)],
  ])('of %s in %s is one moment', (local, zone, moment) => {
    expect(resolve(local, zone)).toEqual({ ok: true, value: moment });
  });

  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin'],
    ['2026-03-08T02:00', 'America/New_York'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
  ])('of %s in %s never comes: the clocks jump over it', (local, zone) => {
    expect(resolve(local, zone)).toEqual({ ok: false, reason: 'never' });
  });

  it.each([
    ['2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-11-01T01:59:59', 'America/New_York'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe'],
  ])('of %s in %s comes twice', (local, zone) => {
    expect(resolve(local, zone)).toEqual({ ok: false, reason: 'twice' });
  });

  it.each([
    ['2026-10-25T03:00', 'Europe/Berlin'],
    ['2026-10-25T01:59', 'Europe/Berlin'],
    ['2026-03-29T03:00', 'Europe/Berlin'],
  ])('of %s in %s, just beside the change, comes once', (local, zone) => {
    expect(resolve(local, zone).ok).toBe(true);
  });

  it.each([
    ['2026-02-30T09:00'],
    ['2026-12-01'],
    ['2026-12-01T25:00'],
    ['2026-12-01T24:00'],
    ['2026-12-01T09:00Z'],
    ['2026-12-01T09:00+09:00'],
    ['tomorrow'],
    [''],
    ['2026-W10-1T09:00'],
  ])('of %p is no time', (local) => {
    expect(resolve(local, 'UTC')).toEqual({ ok: false, reason: 'bad-time' });
  });

  it.each([['Asia/Edo'], [''], ['+09:00'], ['local'], ['system'], ['__proto__'], ['Asia/Tokyo\n']])(
    'in %p is in no zone',
    (zone) => {
      expect(resolve('2026-12-01T09:00', zone)).toEqual({ ok: false, reason: 'unknown-zone' });
    },
  );
});
