import { checkDns } from '../../../server/src/adapters/mail/dns';
import { anEd25519Key, anRsaKey, recordOf } from '../../support/dkim';

const zone = (records: Record<string, string[]>) => async (name: string) => records[name] ?? [];

describe('the DNS check of a sender', () => {
  it('finds SPF and DMARC', async () => {
    const checks = await checkDns(
      { domain: 'news.example.com', keys: [] },
      zone({
        'news.example.com': ['v=spf1 include:_spf.example.com -all', 'other'],
        '_dmarc.news.example.com': ['v=DMARC1; p=none; rua=mailto:d@example.com'],
      }),
    );
    expect(checks.map(({ verdict }) => verdict)).toEqual(['ok', 'no-key', 'ok']);
  });

  it('takes the DMARC record of the domain above', async () => {
    const [, , dmarc] = await checkDns(
      { domain: 'news.example.com', keys: [] },
      zone({ '_dmarc.example.com': ['v=DMARC1;p=reject'] }),
    );
    expect(dmarc).toMatchObject({ verdict: 'ok', name: '_dmarc.example.com' });
  });

  it.each([
    ['there is none', [], 'missing'],
    ['there are two', ['v=spf1 -all', 'v=spf1 ~all'], 'wrong'],
  ])('says so when SPF is not right: %s', async (_, records, verdict) => {
    const [spf] = await checkDns(
      { domain: 'example.com', keys: [] },
      zone({ 'example.com': records }),
    );
    expect(spf?.verdict).toBe(verdict);
  });

  it('calls a DMARC record without a policy wrong', async () => {
    const [, , dmarc] = await checkDns(
      { domain: 'example.com', keys: [] },
      zone({ '_dmarc.example.com': ['v=DMARC1; rua=x'] }),
    );
    expect(dmarc?.verdict).toBe('wrong');
  });

  it('says that no server answered instead of that nothing is there', async () => {
    const checks = await checkDns({ domain: 'example.com', keys: [] }, async () => null);
    expect(checks.map(({ verdict }) => verdict)).toEqual(['unreachable', 'no-key', 'unreachable']);
  });

  describe('about DKIM', () => {
    const key = anRsaKey();
    const ours = recordOf(key.privateKey);
    const another = recordOf(anEd25519Key().privateKey);

    it.each<[string, string[], string]>([
      ['has the key we sign with', [ours], 'ok'],
      ['has it in pieces, with notes', [ours.replace('p=', 'n=note; p= ')], 'ok'],
      ['has it without the parts that may be left out', [ours.replace(/^.*p=/, 'p=')], 'ok'],
      ['has nothing there', [], 'missing'],
      ['has something else there', ['v=spf1 -all'], 'missing'],
      ['has another key', [another], 'wrong'],
      ['has taken the key back', ['v=DKIM1; k=rsa; p='], 'wrong'],
      ['has two keys there', [ours, another], 'wrong'],
      ['wants a hash we do not use', [ours.replace('k=', 'h=sha1; k=')], 'wrong'],
      ['has the key for something else than mail', [ours.replace('k=', 's=tls; k=')], 'wrong'],
    ])('says what it thinks of a domain that %s', async (_, records, verdict) => {
      const question = { domain: 'example.com', keys: [key] };
      const [, dkim] = await checkDns(question, zone({ 'rsa._domainkey.example.com': records }));
      expect(dkim).toMatchObject({
        record: 'dkim',
        name: 'rsa._domainkey.example.com',
        verdict,
        expected: ours,
      });
    });

    it('looks up each key of the domain, and no other', async () => {
      const keys = [key, anEd25519Key(), anRsaKey({ domain: 'example.org' })];
      const checks = await checkDns({ domain: 'example.com', keys }, async () => null);
      expect(checks.map(({ name }) => name)).toEqual([
        'example.com',
        'rsa._domainkey.example.com',
        'ed._domainkey.example.com',
        '_dmarc.example.com',
      ]);
    });
  });
});
