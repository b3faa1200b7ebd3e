import { createDomainGroups } from '../../../server/src/adapters/mail/domain-groups';

const HOUR = 3_600_000;

describe('groups of recipient domains', () => {
  const open = (exchanges: Readonly<Record<string, string | null>>) => {
    const asked: string[] = [];
    const time = { now: 0 };
    const groups = createDomainGroups({ now: () => time.now }, async (domain) => {
      asked.push(domain);
      const exchange = exchanges[domain];
      if (exchange === undefined) throw new Error('nobody answers');
      return exchange;
    });
    return { groups, asked, time };
  };

  it('are by who takes the mail, asked once an hour', async () => {
    const { groups, asked, time } = open({ 'one.example': 'mx.google.com' });
    expect(groups.of('one.example')).toBe('one.example');
    expect(await groups.find('one.example')).toBe('gmail');
    expect(groups.of('one.example')).toBe('gmail');
    expect(asked).toEqual(['one.example']);
    time.now += HOUR;
    expect(groups.of('one.example')).toBe('gmail');
    expect(asked).toEqual(['one.example', 'one.example']);
  });

  it('are each domain alone where nobody says, or where it takes no mail', async () => {
    const { groups } = open({ 'null.example': null });
    expect(await groups.find('silent.example')).toBe('silent.example');
    expect(await groups.find('null.example')).toBe('null.example');
  });

  it('ask nobody about a provider everybody knows', async () => {
    const { groups, asked } = open({});
    expect([groups.of('gmail.com'), await groups.find('docomo.ne.jp')]).toEqual([
      'gmail',
      'docomo',
    ]);
    expect(asked).toEqual([]);
  });
});
