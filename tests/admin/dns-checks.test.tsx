import { screen } from '@testing-library/react';
import { DnsChecks } from '../../admin/src/pages/settings/DnsChecks';
import { show } from './show';

const check = (verdict: 'ok' | 'missing') => ({
  ...{ record: 'dkim' as const, name: 'news._domainkey.example.com', verdict, text: verdict },
  ...{ found: null, expected: 'v=DKIM1; k=rsa; p=AAAA' },
});

describe('the DNS checks', () => {
  it('say what to publish where it is missing', () => {
    show(<DnsChecks checks={[check('missing')]} />);
    expect(screen.getByRole('button', { name: /news\._domainkey\.example\.com/ })).toBeTruthy();
    expect(screen.getByText('v=DKIM1; k=rsa; p=AAAA')).toBeTruthy();
  });

  it('keep it folded away where it is in order', () => {
    show(<DnsChecks checks={[check('ok')]} />);
    expect(screen.queryByText('v=DKIM1; k=rsa; p=AAAA')).toBeNull();
  });
});
