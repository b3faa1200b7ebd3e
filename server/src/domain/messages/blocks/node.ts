import { cleanLine } from '../characters';
import type { ProblemCode } from '../problems';

/** A JSON object of which nothing is known yet. */
export type Node = Readonly<Record<string, unknown>>;

/** Tells what is wrong at the block being read. */
export type Report = (code: ProblemCode, text?: string) => void;

export function asNode(raw: unknown, report: Report): Node | undefined {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw as Node;
  report('node-malformed');
  return undefined;
}

export const childrenOf = (node: Node, report: Report): readonly unknown[] =>
  Array.isArray(node.children) ? node.children : malformed(node, report);

export function unknownNode(node: Node, report: Report): readonly never[] {
  report('node-unknown', typeName(node));
  return [];
}

export function malformed(node: Node, report: Report): readonly never[] {
  report('node-malformed', typeName(node));
  return [];
}

const typeName = (node: Node): string =>
  typeof node.type === 'string' ? cleanLine(node.type) : '';
