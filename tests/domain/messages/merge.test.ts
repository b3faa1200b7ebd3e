import fc from 'fast-check';
import { mentionsTag, parseMerge } from '../../../server/src/domain/messages/merge/parse';

const named = (fallback: string): object => ({ slot: 'subscriber.name', fallback });

describe('merge tags', () => {
  it('splits text at a tag', () => {
    expect(parseMerge('Dear {{ subscriber.name | default: "reader" }}, hello')).toEqual({
      pieces: ['Dear ', named('reader'), ', hello'],
      faults: [],
    });
  });

  it.each([
    ['without white space', '{{subscriber.name|default:"reader"}}', 'reader'],
    ['with line ends and tabs in it', '{{\n subscriber.name\t| default :\n"reader" }}', 'reader'],
    ['with no-break spaces, as pasted from a web page', '{{\u00a0subscriber.name\u00a0}}', ''],
    ['without a default', '{{ subscriber.name }}', ''],
    ['with an empty default', '{{ subscriber.name | default: "" }}', ''],
    ['with single quotes', "{{ subscriber.name | default: 'reader' }}", 'reader'],
    ['with curly quotes', '{{ subscriber.name | default: “reader” }}', 'reader'],
    ['with German quotes', '{{ subscriber.name | default: „Leser“ }}', 'Leser'],
    ['with French quotes', '{{ subscriber.name | default: « lecteur » }}', 'lecteur'],
    ['with Japanese quotes', '{{ subscriber.name | default: 「読者」 }}', '読者'],
    [
      'with full-width signs, as a Japanese keyboard makes them',
      '｛｛　subscriber.name　｜　default：”読者”　｝｝',
      '読者',
    ],
    [
      'with an apostrophe in the default',
      '{{ subscriber.name | default: "our friends\' friend" }}',
      "our friends' friend",
    ],
    [
      'with markup in the default, which stays text',
      '{{ subscriber.name | default: "<b>" }}',
      '<b>',
    ],
  ])('reads one %s', (_, tag, fallback) => {
    expect(parseMerge(tag)).toEqual({ pieces: [named(fallback)], faults: [] });
  });

  it('knows the locale too, and several tags in a line', () => {
    expect(
      parseMerge('{{ subscriber.name }}{{ subscriber.locale | default: "en" }}').pieces,
    ).toEqual([named(''), { slot: 'subscriber.locale', fallback: 'en' }]);
  });

  it.each([
    ['constructor', '{{ constructor }}', 'merge-unknown'],
    ['__proto__', '{{ __proto__ }}', 'merge-unknown'],
    ['the address', '{{ subscriber.email }}', 'merge-unknown'],
    ['another case', '{{ Subscriber.Name }}', 'merge-unknown'],
    ['nothing', '{{ }}', 'merge-unknown'],
    ['a third brace', '{{{ subscriber.name }}}', 'merge-unknown'],
    ['a default without quotes', '{{ subscriber.name | default: reader }}', 'merge-syntax'],
    ['another filter', '{{ subscriber.name | upcase }}', 'merge-syntax'],
    ['a second filter', '{{ subscriber.name | default: "x" | upcase }}', 'merge-syntax'],
    ['two names', '{{ subscriber.name subscriber.locale }}', 'merge-syntax'],
    [
      'a default that never ends',
      `{{ subscriber.name | default: "${'x'.repeat(600)}" }}`,
      'merge-syntax',
    ],
  ])('refuses %s and leaves it as it was written', (_, tag, code) => {
    const text = `Dear ${tag}!`;
    const { pieces, faults } = parseMerge(text);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(pieces.join('')).toBe(text);
  });

  it('says which tag was not closed and still reads the next', () => {
    expect(parseMerge('a {{ subscriber.name b {{ subscriber.locale }} c')).toEqual({
      pieces: ['a {{ subscriber.name b ', { slot: 'subscriber.locale', fallback: '' }, ' c'],
      faults: [{ code: 'merge-unclosed', text: '{{ subscriber.name b ' }],
    });
    expect(parseMerge('a {{ subscriber.name').faults.map(({ code }) => code)).toEqual([
      'merge-unclosed',
    ]);
  });

  it('leaves single and closing braces alone', () => {
    expect(parseMerge('f(x) { return {} } }}')).toEqual({
      pieces: ['f(x) { return {} } }}'],
      faults: [],
    });
  });

  it('says something of everything an author would take for a tag', () => {
    const scraps = fc.constantFrom(
      '{',
      '{{',
      '}}',
      '}',
      '｛｛',
      'subscriber.name',
      ' ',
      '|',
      'default:',
      '"',
      'x',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
        const { pieces, faults } = parseMerge(parts.join(''));
        const left = pieces.filter((piece) => typeof piece === 'string');
        if (faults.length === 0) expect(left.some(mentionsTag)).toBe(false);
      }),
    );
  });

  it('takes megabytes of braces in its stride', () => {
    expect(parseMerge('{{'.repeat(2_000_000)).faults).toHaveLength(1);
    expect(parseMerge('{{ x }}'.repeat(200_000)).faults).toHaveLength(200_000);
    expect(parseMerge(`${'{{ '.repeat(1_000_000)} }}`).faults).toHaveLength(2);
  });
});
