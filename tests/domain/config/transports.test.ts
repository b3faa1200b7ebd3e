import { readConfig } from '../../../server/src/config/validate';

const complaintsOf = (raw: unknown): string => {
  try {
    readConfig(raw);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the transports of the configuration', () => {
  it('may be slower for some recipients', () => {
    expect(readConfig({ domainLimits: { gmail: 20 } }).domainLimits).toEqual({ gmail: 20 });
    expect(readConfig({}).domainLimits).toEqual({});
    for (const wrong of [{ gmail: 0 }, { 'a b': 1 }, 7]) {
      expect(complaintsOf({ domainLimits: wrong })).toContain('domainLimits');
    }
  });

  it('say what each may send, and all together', () => {
    const transport = { id: 'main', host: 'smtp.example.com' };
    const read = (more: object) => readConfig({ transports: [{ ...transport, ...more }] });
    expect(readConfig({ messagesPerSecond: 50 }).messagesPerSecond).toBe(50);
    expect(read({ weight: 0, messagesPerDay: 9 }).transports[0]).toMatchObject({
      weight: 0,
      messagesPerDay: 9,
    });
    const plans = [true, false, { from: '2026-11-27' }];
    expect(plans.map((warmUp) => read({ warmUp }).transports[0]?.warmUp)).toEqual([
      'on',
      'off',
      { from: '2026-11-27' },
    ]);
    const wrong = (warmUp: unknown) => complaintsOf({ transports: [{ ...transport, warmUp }] });
    for (const from of ['2026-11-31', 'tomorrow', 7]) {
      expect(wrong({ from })).toContain('transports[0].warmUp');
    }
  });
});
