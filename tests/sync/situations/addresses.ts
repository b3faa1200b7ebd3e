import type { Situation } from '../situation';

const comesWith = (what: string, email: string, list: readonly string[]): Situation => ({
  title: `comes with ${what}`,
  when: ({ users }) => users.oauth('cat', { email }),
  list: ['ann', 'bob', ...list],
  ...(list.length === 0 ? { out: ['bad-address'] } : {}),
});

const letters = (count: number): string => 'a'.repeat(count);
const LONG_DOMAIN = Array.from({ length: 3 }, () => letters(59)).join('.');

export const ADDRESSES: readonly Situation[] = [
  comesWith('an IDN domain', 'cat@bücher.example', ['cat@xn--bcher-kva.example']),
  comesWith('a tag', 'ann+news@readers.example.test', ['ann+news@readers.example.test']),
  comesWith('spaces around the address', '  cat@readers.example.test ', ['cat']),
  comesWith('a local part of 64', `${letters(64)}@example.org`, [`${letters(64)}@example.org`]),
  comesWith('a local part of 65', `${letters(65)}@example.org`, []),
  comesWith('an address of 255', `${letters(61)}@${LONG_DOMAIN}.${letters(9)}.org`, []),
  comesWith('a quoted local part', '"cat@home"@readers.example.test', []),
  comesWith('a trailing dot', 'cat@readers.example.test.', []),
  comesWith('two dots in a row', 'cat..cat@readers.example.test', []),
  comesWith('two at signs', 'cat@dan@readers.example.test', []),
  comesWith('a domain of one label', 'cat@localhost', []),
  comesWith('a network address for a domain', 'cat@127.0.0.1', []),
  comesWith('a line of their own', 'cat@readers.example.test\r\nBcc: dan@example.org', []),
  comesWith('a local part of letters that look like others', 'аnn@readers.example.test', []),
  comesWith('a domain of letters that look like others', 'ann@reаders.example.test', [
    'ann@xn--reders-4nf.example.test',
  ]),
  comesWith('words for an address', 'none of your business', []),
  {
    title: 'comes with an IDN domain and once more with it in ASCII',
    given: ({ users }) => users.oauth('cat', { email: 'cat@bücher.example' }),
    when: ({ users }) => users.oauth('cat2', { email: 'cat@XN--bcher-kva.example' }),
    list: ['ann', 'bob', 'cat@xn--bcher-kva.example'],
    out: ['same-person'],
  },
];
