import fc from 'fast-check';
import { blocksToHtml } from '../../../server/src/domain/messages/blocks/html';
import { parseBlocks } from '../../../server/src/domain/messages/blocks/parse';
import { blocksToText } from '../../../server/src/domain/messages/blocks/text';
import { linksOf, listImages } from '../../../server/src/domain/messages/blocks/walk';
import { item, link, list, paragraph, picture, text } from '../../support/messages';

const hide = (): string => 'NAME';
const problemsOf = (raw: unknown): string[] =>
  parseBlocks(raw).problems.map(({ code, where, text: excerpt }) =>
    `${where} ${code} ${excerpt}`.trim(),
  );
const linksIn = (raw: unknown) => linksOf(parseBlocks(raw).blocks);
const textOf = (raw: unknown): string => blocksToText(parseBlocks(raw).blocks, hide);

describe('what comes as blocks', () => {
  it('may be nothing', () => {
    expect(parseBlocks(null)).toEqual({ blocks: [], problems: [] });
    expect(parseBlocks(undefined)).toEqual({ blocks: [], problems: [] });
  });

  it.each([
    ['text', 'hello', ['body not-blocks']],
    ['an object', {}, ['body not-blocks']],
    [
      'a block that is none',
      [paragraph('a'), 'b', null, []],
      ['body.2 node-malformed', 'body.3 node-malformed', 'body.4 node-malformed'],
    ],
    [
      'a block of an unknown kind',
      [{ type: 'video', children: [] }],
      ['body.1 node-unknown video'],
    ],
    [
      'a kind from the prototype',
      [{ type: 'constructor', children: [] }],
      ['body.1 node-unknown constructor'],
    ],
    ['a paragraph without children', [{ type: 'paragraph' }], ['body.1 node-malformed paragraph']],
    ['text without text', [paragraph({ type: 'text', text: 7 })], ['body.1 node-malformed text']],
    [
      'a link in a link',
      [paragraph(link('https://example.com', 'a', link('https://example.com', 'b')))],
      ['body.1 node-unknown link'],
    ],
    [
      'a paragraph in a list',
      [list('ordered', item('a'), paragraph('b'))],
      ['body.1 node-unknown paragraph'],
    ],
    [
      'an image without an address',
      [{ type: 'image', image: {} }],
      ['body.1 node-malformed image'],
    ],
    [
      'an image without words for it',
      [picture('/a.png', { alternativeText: null })],
      ['body.1 image-no-alt /a.png'],
    ],
    [
      "a merge tag in an image's words",
      [picture('/a.png', { alternativeText: '{{ subscriber.name }}' })],
      ['body.1 merge-not-here {{ subscriber.name }}'],
    ],
    [
      "a merge tag in a link's address",
      [paragraph(link('https://example.com/{{ subscriber.name }}', 'a'))],
      ['body.1 merge-not-here https://example.com/{{ subscriber.name }}'],
    ],
    [
      'an unknown merge tag',
      [paragraph('a'), paragraph('{{ subscriber.email }}')],
      ['body.2 merge-unknown {{ subscriber.email }}'],
    ],
    [
      'a merge tag torn apart by bold',
      [paragraph('{{ subscriber.', text('name }}', { bold: true }))],
      ['body.1 merge-unclosed {{ subscriber.'],
    ],
  ])('tells of %s', (_, raw, problems) => {
    expect(problemsOf(raw)).toEqual(problems);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com',
    '/articles/1',
    '//example.com',
    'example.com',
    '',
    `https://example.com/${'x'.repeat(2000)}`,
  ])('makes plain text of a link to %j, and tells', (url) => {
    const raw = [paragraph(link(url, 'click'))];
    expect(blocksToHtml(parseBlocks(raw).blocks, { hide, frozenUrlOf: () => undefined })).toBe(
      '<p>click</p>',
    );
    expect(parseBlocks(raw).problems.map(({ code }) => code)).toEqual(['link-refused']);
  });

  it('drops links that show nothing, which the editor leaves behind', () => {
    expect(linksIn([paragraph('a', link('https://example.com', ''))])).toEqual([]);
  });

  it('shows lists ten deep and tells of deeper ones', () => {
    const nested = (depth: number): object =>
      depth === 0 ? item('x') : list('ordered', nested(depth - 1));
    expect(problemsOf([nested(10)])).toEqual([]);
    expect(problemsOf([nested(11)])).toEqual(['body.1 too-deep']);
  });

  it('survives nesting without end', () => {
    let deep: object = item('x');
    for (let depth = 0; depth < 200_000; depth += 1) deep = list('ordered', deep);
    expect(problemsOf([deep])).toEqual(['body.1 too-deep']);
    let links: object = text('x');
    for (let depth = 0; depth < 200_000; depth += 1) links = link('https://example.com', links);
    expect(problemsOf([paragraph(links)])).toEqual(['body.1 node-unknown link']);
  });

  it('survives ten megabytes', () => {
    const blocks = Array.from({ length: 10_000 }, () => paragraph('あ<b>& '.repeat(180)));
    const { blocks: parsed, problems } = parseBlocks(blocks);
    expect(problems).toEqual([]);
    expect(blocksToHtml(parsed, { hide, frozenUrlOf: () => undefined }).length).toBeGreaterThan(
      10_000_000,
    );
  });

  it('tells of fifty problems at most', () => {
    expect(problemsOf(Array.from({ length: 100_000 }, () => 7))).toHaveLength(50);
  });

  it('loses control characters and lone surrogates', () => {
    expect(textOf([paragraph('a\u0000b\ud83d c\r\nd')])).toBe('ab\ufffd c\nd');
  });

  it('is never a crash', () => {
    const types = [
      'paragraph',
      'heading',
      'quote',
      'code',
      'list',
      'list-item',
      'image',
      'link',
      'text',
    ];
    const node = fc.letrec((again) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.record(
          {
            type: fc.constantFrom(...types),
            text: fc.string({ unit: 'binary' }),
            url: fc.webUrl(),
            children: fc.array(again('node')),
            image: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node), (raw) => {
        const { blocks } = parseBlocks(raw);
        blocksToHtml(blocks, { hide, frozenUrlOf: (url) => url });
        blocksToText(blocks, hide);
      }),
    );
  });

  it('names its pictures, each once, and its links in order', () => {
    const raw = [
      picture('/a.png'),
      paragraph(
        link('https://example.com/1', 'Dear ', '{{ subscriber.name | default: "reader" }}'),
      ),
      list(
        'unordered',
        item(link('https://example.com/2', 'two')),
        list('ordered', item(link('tel:1', 'three'))),
      ),
      picture('/b.png'),
      picture('/a.png'),
    ];
    expect(listImages(raw)).toEqual(['/a.png', '/b.png']);
    expect(linksIn(raw)).toEqual([
      { text: 'Dear reader', href: 'https://example.com/1' },
      { text: 'two', href: 'https://example.com/2' },
      { text: 'three', href: 'tel:1' },
    ]);
  });
});
