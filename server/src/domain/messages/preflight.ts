import type { Block, Inline, List } from './blocks/document';
import { isBlank, piecesOf } from './blocks/inlines';
import { imagesOf, linksOf } from './blocks/walk';
import type { Footer } from './footer';
import { missingIn } from './footer';
import type { Piece } from './message';
import { problem } from './problems';
import type { MessageProblem } from './problems';

/** Longer ones are cut by every inbox. */
const LONG_SUBJECT_CHARACTERS = 150;
const MAX_SUBJECT_CHARACTERS = 500;
/** Gmail shows the rest only on a click, and with it the unsubscribe link. */
const CLIPPED_BYTES = 102 * 1024;
const MAX_HTML_BYTES = 1024 * 1024;

export function checkSubject(subject: readonly Piece[]): readonly MessageProblem[] {
  const shortest = subject.map((piece) => (typeof piece === 'string' ? piece : fallbackOf(piece)));
  const characters = Array.from(shortest.join('')).length;
  if (shortest.join('').trim() === '') return [problem('subject-empty', 'subject')];
  if (characters > MAX_SUBJECT_CHARACTERS)
    return [problem('subject-too-long', 'subject', shortest.join(''))];
  if (characters > LONG_SUBJECT_CHARACTERS)
    return [problem('subject-long', 'subject', shortest.join(''))];
  return [];
}

const fallbackOf = (piece: Exclude<Piece, string>): string =>
  'fallback' in piece ? piece.fallback : '';

export const checkBody = (blocks: readonly Block[]): readonly MessageProblem[] =>
  blocks.every(isEmpty) ? [problem('body-empty', 'body')] : [];

/** Each insecure address once. */
export function checkLinks(blocks: readonly Block[]): readonly MessageProblem[] {
  const insecure = linksOf(blocks).filter(({ href }) => href.startsWith('http:'));
  return [...new Set(insecure.map(({ href }) => href))].map((href) =>
    problem('link-insecure', 'body', href),
  );
}

export function checkHtmlSize(html: string): readonly MessageProblem[] {
  const bytes = Buffer.byteLength(html);
  const size = `${Math.ceil(bytes / 1024)} kB`;
  if (bytes > MAX_HTML_BYTES) return [problem('html-too-big', 'html', size)];
  return bytes > CLIPPED_BYTES ? [problem('html-clipped', 'html', size)] : [];
}

export const checkFooter = (footer: Footer): readonly MessageProblem[] =>
  missingIn(footer).map((part) => problem('identity-incomplete', 'identity', part));

/** Each picture without a frozen copy once. */
export function checkPictures(
  blocks: readonly Block[],
  frozenUrlOf: (url: string) => string | undefined,
): readonly MessageProblem[] {
  const missing = imagesOf(blocks).filter((url) => frozenUrlOf(url) === undefined);
  return missing.map((url) => problem('image-not-frozen', 'body', url));
}

function isEmpty(block: Block): boolean {
  if (block.type === 'image') return false;
  if (block.type === 'code') return isBlank(block.pieces);
  if (block.type === 'list') return isEmptyList(block);
  return areBlank(block.children);
}

const isEmptyList = ({ entries }: List): boolean =>
  entries.every(({ children, lists }) => areBlank(children) && lists.every(isEmptyList));

const areBlank = (inlines: readonly Inline[]): boolean => isBlank(inlines.flatMap(piecesOf));
