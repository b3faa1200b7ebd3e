import { escapeHtml } from '../characters';
import type { Piece, Slot } from '../message';
import type { Block, Inline, Link, List, ListEntry, Mark, Picture, Run } from './document';
import { isBlank, piecesOf } from './inlines';

/** What a block cannot know itself while it becomes HTML. */
export interface HtmlWorld {
  /** How a slot is written in the result: a placeholder. */
  readonly hide: (slot: Slot) => string;
  /** The address under which readers see the frozen copy of a picture; undefined leaves it out. */
  readonly frozenUrlOf: (url: string) => string | undefined;
}

/** Width of the text column of the layout, in CSS pixels; pictures are made to fit. */
const COLUMN_PIXELS = 552;

/** Plain tags without classes or styles; every word of the author's and every address escaped. */
export const blocksToHtml = (blocks: readonly Block[], world: HtmlWorld): string =>
  withoutEmptyTail(blocks)
    .map((block) => blockHtml(block, world))
    .join('\n');

/** The editor always ends with an empty paragraph. */
function withoutEmptyTail(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => !isEmptyParagraph(block));
  return blocks.slice(0, last + 1);
}

const isEmptyParagraph = (block: Block): boolean =>
  block.type === 'paragraph' && isBlank(block.children.flatMap(piecesOf));

function blockHtml(block: Block, world: HtmlWorld): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${isEmptyParagraph(block) ? '<br />' : inlineHtml(block.children, world)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children, world)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${inlineHtml(block.children, world)}</blockquote>`;
    case 'code':
      return `<pre><code>${piecesHtml(block.pieces, world)}</code></pre>`;
    case 'list':
      return listHtml(block, world);
    case 'image':
      return pictureHtml(block.image, world);
  }
}

function listHtml({ ordered, entries }: List, world: HtmlWorld): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>${entries.map((entry) => entryHtml(entry, world)).join('')}</${tag}>`;
}

const entryHtml = ({ children, lists }: ListEntry, world: HtmlWorld): string =>
  `<li>${inlineHtml(children, world)}${lists.map((list) => listHtml(list, world)).join('')}</li>`;

function pictureHtml({ url, alt, width, height }: Picture, world: HtmlWorld): string {
  const frozen = world.frozenUrlOf(url);
  if (frozen === undefined) return '';
  const shown = width === null ? null : Math.min(width, COLUMN_PIXELS);
  const shownHeight =
    width && height && shown ? Math.max(1, Math.round((height * shown) / width)) : null;
  const size = [shown && ` width="${shown}"`, shownHeight && ` height="${shownHeight}"`];
  const sizes = size.filter(Boolean).join('');
  return `<p><img src="${escapeHtml(frozen)}" alt="${escapeHtml(alt)}"${sizes} /></p>`;
}

const inlineHtml = (inlines: readonly Inline[], world: HtmlWorld): string =>
  inlines
    .map((inline) => (inline.type === 'text' ? runHtml(inline, world) : linkHtml(inline, world)))
    .join('');

const linkHtml = ({ href, children }: Link, world: HtmlWorld): string =>
  `<a href="${escapeHtml(href)}">${children.map((run) => runHtml(run, world)).join('')}</a>`;

const TAGS: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};

function runHtml({ pieces, marks }: Run, world: HtmlWorld): string {
  const words = piecesHtml(pieces, world).replace(/\n/g, '<br />');
  if (words === '') return '';
  return marks.reduce((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, words);
}

const piecesHtml = (pieces: readonly Piece[], { hide }: HtmlWorld): string =>
  pieces.map((piece) => (typeof piece === 'string' ? escapeHtml(piece) : hide(piece))).join('');
