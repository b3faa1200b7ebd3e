import { checkDns } from '../../../server/src/adapters/mail/dns';

const zone = (records: Record<string, string[]>) => async (name: string) => records[name] ?? [];

describe('the DNS check of a sender', () => {
  it('finds SPF and DMARC', async () => {
    const checks = await checkDns(
      'news.example.com',
      zone({
        'news.example.com': ['v=spf1 include:_spf.example.com -all', 'other'],
        '_dmarc.news.example.com': ['v=DMARC1; p=none; rua=mailto:d@example.com'],
      }),
    );
    expect(checks.map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
  });

  it('takes the DMARC record of the domain above', async () => {
    const [, dmarc] = await checkDns(
      'news.example.com',
      zone({ '_dmarc.example.com': ['v=DMARC1;p=reject'] }),
    );
    expect(dmarc).toMatchObject({ verdict: 'ok', name: '_dmarc.example.com' });
  });

  it.each([
    ['there is none', [], 'missing'],
    ['there are two', ['v=spf1 -all', 'v=spf1 ~all'], 'wrong'],
  ])('says so when SPF is not right: %s', async (_, records, verdict) => {
    const [spf] = await checkDns('example.com', zone({ 'example.com': records }));
    expect(spf?.verdict).toBe(verdict);
  });

  it('calls a DMARC record without a policy wrong', async () => {
    const [, dmarc] = await checkDns(
      'example.com',
      zone({ '_dmarc.example.com': ['v=DMARC1; rua=x'] }),
    );
    expect(dmarc?.verdict).toBe('wrong');
  });

  it('says that no server answered instead of that nothing is there', async () => {
    const checks = await checkDns('example.com', async () => null);
    expect(checks.map(({ verdict }) => verdict)).toEqual(['unreachable', 'unreachable']);
  });
});
