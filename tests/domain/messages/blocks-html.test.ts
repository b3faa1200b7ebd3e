import { blocksToHtml } from '../../../server/src/domain/messages/blocks/html';
import { parseBlocks } from '../../../server/src/domain/messages/blocks/parse';
import {
  code,
  heading,
  item,
  link,
  list,
  paragraph,
  picture,
  quote,
  text,
} from '../../support/messages';

const world = {
  hide: ({ slot }: { slot: string }): string => `[${slot}]`,
  frozenUrlOf: (url: string): string => `https://cms.example.com/f/1?of=${url}`,
};
const html = (...blocks: object[]): string => blocksToHtml(parseBlocks(blocks).blocks, world);

describe('blocks as HTML', () => {
  it.each([
    ['a paragraph', paragraph('Hello'), '<p>Hello</p>'],
    ['line breaks', paragraph('a\nb'), '<p>a<br />b</p>'],
    ['a heading', heading(3, 'Title'), '<h3>Title</h3>'],
    ['a heading of a level there is not', heading(9, 'Title'), '<h2>Title</h2>'],
    ['a quote', quote('To be'), '<blockquote>To be</blockquote>'],
    ['code with its line ends', code('a <\n  b'), '<pre><code>a &lt;\n  b</code></pre>'],
    ['bold', paragraph(text('a', { bold: true })), '<p><strong>a</strong></p>'],
    [
      'all marks at once',
      paragraph(
        text('a', { bold: true, italic: true, underline: true, strikethrough: true, code: true }),
      ),
      '<p><code><s><u><em><strong>a</strong></em></u></s></code></p>',
    ],
    [
      'a link',
      paragraph(link('https://example.com/?a=1&b=2', 'go')),
      '<p><a href="https://example.com/?a=1&amp;b=2">go</a></p>',
    ],
    [
      'a mail link',
      paragraph(link('mailto:a@example.com', 'write')),
      '<p><a href="mailto:a@example.com">write</a></p>',
    ],
    [
      'a phone link',
      paragraph(link('tel:+81312345678', 'call')),
      '<p><a href="tel:+81312345678">call</a></p>',
    ],
    ['an unordered list', list('unordered', item('a'), item('b')), '<ul><li>a</li><li>b</li></ul>'],
    [
      'a nested list inside the item before it',
      list('ordered', item('a'), list('unordered', item('b')), item('c')),
      '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>',
    ],
    [
      'a nested list without an item before it',
      list('ordered', list('ordered', item('b'))),
      '<ol><li><ol><li>b</li></ol></li></ol>',
    ],
    [
      'a merge tag',
      paragraph('Dear ', text('{{ subscriber.name }}', { bold: true })),
      '<p>Dear <strong>[subscriber.name]</strong></p>',
    ],
    [
      'a merge tag in a link',
      paragraph(link('https://example.com/', '{{ subscriber.name }}')),
      '<p><a href="https://example.com/">[subscriber.name]</a></p>',
    ],
  ])('writes %s', (_, block, expected) => {
    expect(html(block)).toBe(expected);
  });

  it('writes a picture that fits the column, at its frozen address', () => {
    expect(html(picture('/uploads/a.png', { alternativeText: 'The "dome"' }))).toBe(
      '<p><img src="https://cms.example.com/f/1?of=/uploads/a.png" alt="The &quot;dome&quot;" width="552" height="368" /></p>',
    );
  });

  it('writes a small picture in its own size and one of unknown size without', () => {
    expect(html(picture('/a.png', { width: 100, height: 50 }))).toContain(
      'width="100" height="50"',
    );
    expect(html(picture('/a.png', { width: null, height: 'x' }))).not.toMatch(/width|height/);
  });

  it('leaves out a picture that has no frozen copy', () => {
    const { blocks } = parseBlocks([picture('/a.png'), paragraph('b')]);
    expect(blocksToHtml(blocks, { ...world, frozenUrlOf: () => undefined })).toBe('\n<p>b</p>');
  });

  it('keeps empty paragraphs as space between others, but none at the end', () => {
    expect(html(paragraph('a'), paragraph(''), paragraph('b'), paragraph(''), paragraph(' '))).toBe(
      '<p>a</p>\n<p><br /></p>\n<p>b</p>',
    );
  });

  it('escapes whatever an author writes, wherever', () => {
    const evil = `"><script>alert('x')</script>&`;
    const written = html(
      paragraph(evil, text(evil, { code: true }), link(`https://example.com/${evil}`, evil)),
      heading(1, evil),
      quote(evil),
      code(evil),
      list('ordered', item(evil)),
      picture(evil, { alternativeText: evil }),
    );
    expect(written).not.toMatch(/<script|"[^"]*><s|alert\('/);
    expect(written.match(/&lt;script&gt;/g)).toHaveLength(9);
  });
});
