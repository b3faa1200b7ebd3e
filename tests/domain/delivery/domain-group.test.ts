import {
  groupOfExchange,
  isProvider,
  knownGroup,
} from '../../../server/src/domain/delivery/domain-group';

describe('who answers for a domain', () => {
  it.each([
    ['gmail.com', 'gmail'],
    ['docomo.ne.jp', 'docomo'],
    ['hotmail.co.jp', 'microsoft'],
    ['example.com', null],
  ])('is for %s, without asking: %s', (domain, group) => expect(knownGroup(domain)).toBe(group));

  it.each([
    ['ASPMX.L.GOOGLE.com.', 'gmail'],
    ['example-com.mail.protection.outlook.com', 'microsoft'],
    ['mx1.mail.example.org', 'example.org'],
    ['mx.example.co.jp', 'example.co.jp'],
    ['mx7.provider.ne.jp', 'provider.ne.jp'],
    ['example.com', 'example.com'],
    ['notgoogle.com', 'notgoogle.com'],
  ])('is by the exchanger %s: %s', (exchange, group) =>
    expect(groupOfExchange(exchange)).toBe(group),
  );

  it('is a provider by a name of ours only', () => {
    expect(['gmail', 'au', 'example.com'].map(isProvider)).toEqual([true, true, false]);
  });
});
