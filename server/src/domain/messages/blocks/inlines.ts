import { cleanText } from '../characters';
import { mentionsTag, parseMerge } from '../merge/parse';
import type { Piece } from '../message';
import { MARKS } from './document';
import type { Inline, Run } from './document';
import { safeHref } from './links';
import { asNode, childrenOf, malformed, unknownNode } from './node';
import type { Node, Report } from './node';

/** The text and links in a paragraph, heading, quote or list item. */
export function readInlines(node: Node, report: Report): readonly Inline[] {
  return childrenOf(node, report).flatMap((raw): readonly Inline[] => {
    const child = asNode(raw, report);
    if (child?.type === 'link') return readLink(child, report);
    return child ? readRun(child, report) : [];
  });
}

/** Text only: what code holds, and what a link holds. */
export function readRuns(node: Node, report: Report): readonly Run[] {
  return childrenOf(node, report).flatMap((raw) => {
    const child = asNode(raw, report);
    return child ? readRun(child, report) : [];
  });
}

function readRun(node: Node, report: Report): readonly Run[] {
  if (node.type !== 'text') return unknownNode(node, report);
  if (typeof node.text !== 'string') return malformed(node, report);
  const { pieces, faults } = parseMerge(cleanText(node.text));
  faults.forEach(({ code, text }) => report(code, text));
  return [{ type: 'text', pieces, marks: MARKS.filter((mark) => node[mark] === true) }];
}

function readLink(node: Node, report: Report): readonly Inline[] {
  const children = readRuns(node, report);
  // The editor leaves such links behind where nobody can see them.
  if (isBlank(children.flatMap(({ pieces }) => pieces))) return children;
  const address = typeof node.url === 'string' ? cleanText(node.url) : '';
  const href = safeHref(address);
  if (mentionsTag(address)) report('merge-not-here', address);
  else if (href === undefined) report('link-refused', address);
  else return [{ type: 'link', href, children }];
  return children;
}

export const isBlank = (pieces: readonly Piece[]): boolean =>
  pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');

export const piecesOf = (inline: Inline): readonly Piece[] =>
  inline.type === 'text' ? inline.pieces : inline.children.flatMap(({ pieces }) => pieces);
