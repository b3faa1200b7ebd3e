import fc from 'fast-check';
import { cleanLine, cleanText, escapeHtml } from '../../../server/src/domain/messages/characters';

describe('the characters of a message', () => {
  it.each([
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['NUL, DEL, escape and other controls', 'a\u0000b\u007fc\u001bd\u009fe', 'abcde'],
    ['lone surrogates', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
    ['byte order marks and noncharacters', '\ufeffa\uffffb', 'ab'],
    ['nothing of emoji, joiners, combining marks', '👩‍👩‍👧 é が', '👩‍👩‍👧 é が'],
  ])('clean %s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('make one line of several', () => {
    expect(cleanLine(' a\r\nBcc: x@example.com\t b ')).toBe('a Bcc: x@example.com b');
  });

  it('are clean after one cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLine(text)).not.toMatch(/[\r\n\t\0]/);
        expect(cleanText(text)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('cannot leave an HTML text or attribute', () => {
    expect(escapeHtml(`<a href="x" o='y'>&amp;`)).toBe(
      '&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;amp;',
    );
  });
});
