import type { Block, Inline, List } from './document';
import { piecesOf } from './inlines';
import { parseBlocks } from './parse';

export interface LinkSeen {
  /** The linked words; a merge value as its fallback. */
  readonly text: string;
  readonly href: string;
}

/** The addresses of all pictures in a Blocks document, as the media library has them, each once. */
export const listImages = (raw: unknown): readonly string[] => imagesOf(parseBlocks(raw).blocks);

export const imagesOf = (blocks: readonly Block[]): readonly string[] => [
  ...new Set(blocks.flatMap((block) => (block.type === 'image' ? [block.image.url] : []))),
];

/** All links that readers get, in their order. */
export const linksOf = (blocks: readonly Block[]): readonly LinkSeen[] =>
  blocks.flatMap(inlinesOf).flatMap((inline) => (inline.type === 'link' ? [seen(inline)] : []));

function inlinesOf(block: Block): readonly Inline[] {
  if (block.type === 'list') return listInlines(block);
  return 'children' in block ? block.children : [];
}

const listInlines = ({ entries }: List): readonly Inline[] =>
  entries.flatMap(({ children, lists }) => [...children, ...lists.flatMap(listInlines)]);

function seen(link: Extract<Inline, { type: 'link' }>): LinkSeen {
  const words = piecesOf(link).map((piece) => {
    if (typeof piece === 'string') return piece;
    return 'fallback' in piece ? piece.fallback : '';
  });
  return { text: words.join(''), href: link.href };
}
