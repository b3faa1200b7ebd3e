import { inTime } from '../../server/src/adapters/in-time';
import { createCheckHealth } from '../../server/src/flows/check-health';
import { isWell } from '../../server/src/domain/reports/health';
import { NOON } from '../support/editions';

const check = (beatAt: number | null, now: () => Promise<number> = async () => NOON) =>
  createCheckHealth({
    clock: { now: () => NOON },
    database: { now },
    within: (_ms, work) => inTime(10, work),
    beatAt: () => beatAt,
  })();

describe('a process that is asked how it is', () => {
  it('is well while its database answers and it renews its leases', async () => {
    const health = await check(NOON - 1_000);
    expect(health).toEqual({ database: 'well', sending: 'well' });
    expect(isWell(health)).toBe(true);
  });

  it('is well where it does not send', async () => {
    const health = await check(null);
    expect(health).toEqual({ database: 'well', sending: 'none' });
    expect(isWell(health)).toBe(true);
  });

  it('is not when it has not renewed them for long', async () => {
    const health = await check(NOON - 16_000);
    expect(health.sending).toBe('trouble');
    expect(isWell(health)).toBe(false);
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('refused'))],
    ['says nothing', () => new Promise<number>(() => undefined)],
  ])('is not when its database %s', async (_what, now) => {
    const health = await check(NOON, now);
    expect(health.database).toBe('trouble');
    expect(isWell(health)).toBe(false);
  });
});
