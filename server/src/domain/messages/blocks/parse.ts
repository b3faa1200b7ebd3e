import { cleanLine } from '../characters';
import { mentionsTag } from '../merge/parse';
import { problem } from '../problems';
import type { MessageProblem, Where } from '../problems';
import type { Block, HeadingLevel, List, ListEntry, Picture } from './document';
import { readInlines, readRuns } from './inlines';
import { asNode, childrenOf, malformed, unknownNode } from './node';
import type { Node, Report } from './node';

export interface ParsedBlocks {
  readonly blocks: readonly Block[];
  readonly problems: readonly MessageProblem[];
}

/** Strapi's editor nests lists five deep; a document that goes deeper was not made by it. */
const MAX_LIST_DEPTH = 10;
/** Enough to see what is wrong; a broken document of megabytes must not make an answer of megabytes. */
const MAX_PROBLEMS = 50;

/**
 * Reads Strapi 5 Blocks JSON from wherever it came. Never throws: what cannot be shown is left out
 * and told. Links that `safeHref` refuses keep their text.
 */
export function parseBlocks(raw: unknown): ParsedBlocks {
  if (raw === null || raw === undefined) return { blocks: [], problems: [] };
  if (!Array.isArray(raw)) return { blocks: [], problems: [problem('not-blocks', 'body')] };
  const problems: MessageProblem[] = [];
  const blocks = raw.flatMap((node: unknown, index) => {
    const where: Where = `body.${index + 1}`;
    return readBlock(node, (code, text) => {
      if (problems.length < MAX_PROBLEMS) problems.push(problem(code, where, text));
    });
  });
  return { blocks, problems };
}

function readBlock(raw: unknown, report: Report): readonly Block[] {
  const node = asNode(raw, report);
  if (!node) return [];
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return [{ type: node.type, children: readInlines(node, report) }];
    case 'heading':
      return [{ type: 'heading', level: levelOf(node), children: readInlines(node, report) }];
    case 'code':
      return [{ type: 'code', pieces: readRuns(node, report).flatMap(({ pieces }) => pieces) }];
    case 'list':
      return readList(node, report, 1);
    case 'image':
      return readImage(node, report);
    default:
      return unknownNode(node, report);
  }
}

function readList(node: Node, report: Report, depth: number): readonly List[] {
  if (depth > MAX_LIST_DEPTH) {
    report('too-deep');
    return [];
  }
  const entries: ListEntry[] = [];
  for (const raw of childrenOf(node, report)) {
    const child = asNode(raw, report);
    if (child?.type === 'list-item')
      entries.push({ children: readInlines(child, report), lists: [] });
    else if (child?.type === 'list') nest(entries, readList(child, report, depth + 1));
    else if (child) unknownNode(child, report);
  }
  return entries.length > 0 ? [{ type: 'list', ordered: node.format === 'ordered', entries }] : [];
}

/** Strapi puts a nested list beside the item it belongs to; HTML wants it inside. */
function nest(entries: ListEntry[], lists: readonly List[]): void {
  const last = entries.pop() ?? { children: [], lists: [] };
  entries.push({ ...last, lists: [...last.lists, ...lists] });
}

function readImage(node: Node, report: Report): readonly Block[] {
  const media = asNode(node.image, report);
  if (!media) return [];
  if (typeof media.url !== 'string' || media.url === '') return malformed(node, report);
  const alt = typeof media.alternativeText === 'string' ? cleanLine(media.alternativeText) : '';
  const image: Picture = {
    url: media.url,
    alt,
    width: pixels(media.width),
    height: pixels(media.height),
  };
  if (alt === '') report('image-no-alt', cleanLine(media.url));
  if (mentionsTag(alt)) report('merge-not-here', alt);
  return [{ type: 'image', image }];
}

const MAX_PIXELS = 100_000;

const pixels = (value: unknown): number | null =>
  typeof value === 'number' && value >= 1 && value <= MAX_PIXELS ? Math.round(value) : null;

function levelOf(node: Node): HeadingLevel {
  const levels: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6];
  return levels.find((level) => level === node.level) ?? 2;
}
