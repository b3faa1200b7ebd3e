import { parseBlocks } from '../../../server/src/domain/messages/blocks/parse';
import { blocksToText } from '../../../server/src/domain/messages/blocks/text';
import { createPlaceholders } from '../../../server/src/domain/messages/placeholders';
import { code, heading, item, link, list, paragraph, picture, quote } from '../../support/messages';

const { hide, reveal } = createPlaceholders('');
const plain = (...blocks: object[]): string => blocksToText(parseBlocks(blocks).blocks, hide);

describe('blocks as plain text', () => {
  it('reads like a letter', () => {
    const letter = plain(
      heading(1, 'News'),
      paragraph(
        'Hello, see ',
        link('https://example.com/a', 'the dome'),
        ' or ',
        link('https://example.com/', 'https://example.com'),
        '.',
      ),
      heading(2, 'To do'),
      list(
        'ordered',
        item('look up'),
        list('unordered', item('left'), item('right')),
        item('write to ', link('mailto:a@example.com', 'us')),
      ),
      picture('/a.png', { alternativeText: 'The dome at night' }),
      picture('/b.png', { alternativeText: null }),
      heading(3, 'Quoted'),
      quote('To be\nor not'),
      code('if (a) {\n  b\n}'),
      paragraph(''),
    );
    expect(letter).toBe(`News
====

Hello, see the dome (https://example.com/a) or https://example.com.

To do
-----

1. look up
   - left
   - right
2. write to us (a@example.com)

[The dome at night]

Quoted

> To be
> or not

    if (a) {
      b
    }`);
  });

  it('wraps at 76 columns with the margin of what it wraps', () => {
    const words = 'twelve chars '.repeat(12).trim();
    for (const block of [paragraph(words), quote(words), list('ordered', item(words))]) {
      const lines = plain(block).split('\n');
      expect(lines.length).toBeGreaterThan(1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    }
    expect(plain(list('unordered', item(words))).split('\n')[1]).toMatch(/^ {2}\S/);
    expect(plain(quote(words)).split('\n')[1]).toMatch(/^> \S/);
  });

  it('never breaks an address or a merge tag', () => {
    const address = `https://example.com/${'long/'.repeat(30)}`;
    expect(plain(paragraph('see ', link(address, 'this')))).toBe(`see this\n(${address})`);
    const tags = plain(paragraph('{{ subscriber.name | default: "reader" }} '.repeat(9)));
    expect(reveal(tags).filter((piece) => typeof piece !== 'string')).toHaveLength(9);
    expect(tags.split('\n')).toHaveLength(2);
  });

  it('counts Japanese letters as two columns and leaves words without spaces whole', () => {
    expect(plain(heading(1, '天文台だより'))).toBe('天文台だより\n============');
    expect(plain(paragraph('あ'.repeat(100)))).toBe('あ'.repeat(100));
    expect(plain(paragraph(`${'あ'.repeat(30)} ${'い'.repeat(30)}`)).split('\n')).toHaveLength(2);
  });
});
