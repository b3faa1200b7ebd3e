import type { Piece, Slot } from '../message';
import type { Block, Inline, Link, List, ListEntry, Run } from './document';
import { columnsOf, wrap } from './wrap';

type Hide = (slot: Slot) => string;

/** The plain text part: blocks apart by an empty line, links as `text (address)`, pictures as `[alt]`. */
export const blocksToText = (blocks: readonly Block[], hide: Hide): string =>
  blocks
    .map((block) => blockText(block, hide))
    .filter((text) => text.trim() !== '')
    .join('\n\n');

function blockText(block: Block, hide: Hide): string {
  switch (block.type) {
    case 'paragraph':
      return wrap(inlineText(block.children, hide));
    case 'heading':
      return headingText(wrap(inlineText(block.children, hide)), block.level);
    case 'quote':
      return wrap(inlineText(block.children, hide), '> ');
    case 'code':
      return indent(piecesText(block.pieces, hide), '    ');
    case 'list':
      return listText(block, hide).join('\n');
    case 'image':
      return block.image.alt && wrap(`[${block.image.alt}]`);
  }
}

/** The first two levels are underlined as far as their longest line goes. */
function headingText(text: string, level: number): string {
  const line = { 1: '=', 2: '-' }[level];
  if (!line || text.trim() === '') return text;
  return `${text}\n${line.repeat(Math.min(76, Math.max(...text.split('\n').map(columnsOf))))}`;
}

const listText = (list: List, hide: Hide): string[] =>
  list.entries.map((entry, index) =>
    entryText(entry, list.ordered ? `${index + 1}. ` : '- ', hide),
  );

function entryText({ children, lists }: ListEntry, bullet: string, hide: Hide): string {
  const margin = ' '.repeat(bullet.length);
  const nested = lists.flatMap((list) => listText(list, hide)).map((text) => indent(text, margin));
  return [wrap(inlineText(children, hide), bullet, margin), ...nested].join('\n');
}

const indent = (text: string, margin: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `${margin}${line}`))
    .join('\n');

const inlineText = (inlines: readonly Inline[], hide: Hide): string =>
  inlines
    .map((inline) => (inline.type === 'text' ? runText(inline, hide) : linkText(inline, hide)))
    .join('');

/** An address that is its own text is not said twice. */
function linkText({ href, children }: Link, hide: Hide): string {
  const words = children.map((run) => runText(run, hide)).join('');
  const address = href.replace(/^(mailto|tel):/, '');
  const shown = words.trim();
  return shown === address || `${shown}/` === address ? words : `${words} (${address})`;
}

const runText = ({ pieces }: Run, hide: Hide): string => piecesText(pieces, hide);

const piecesText = (pieces: readonly Piece[], hide: Hide): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : hide(piece))).join('');
