import { isObject } from '../campaigns/setting';
import { keyOf, parseLines, type Line } from './allow-list';

/** Written in the admin. */
export interface SavedLine extends Line {
  /** documentId */
  readonly addedBy: string;
  /** ms since 1970 */
  readonly addedAt: number;
}

/** Another list that waits for a second person. */
export interface Proposal {
  readonly id: string;
  readonly lines: readonly SavedLine[];
  /** documentId */
  readonly by: string;
  /** ms since 1970 */
  readonly at: number;
}

/** The names under which they are kept. */
export const ALLOW_LIST_SETTING = 'allow-list';
export const PROPOSAL_SETTING = 'allow-list-proposal';

/** Who added what: a line that was there stays theirs who wrote it first. */
export function withAuthors(
  wanted: readonly Line[],
  before: readonly SavedLine[],
  now: { readonly by: string; readonly at: number },
): readonly SavedLine[] {
  const known = new Map(before.map((line) => [keyOf(line), line]));
  return wanted.map((line) => {
    const { addedBy = now.by, addedAt = now.at } = known.get(keyOf(line)) ?? {};
    return { ...line, addedBy, addedAt };
  });
}

/** Whether two lists say the same, in whatever order. */
export const isSameList = (one: readonly Line[], other: readonly Line[]): boolean =>
  textOf(one) === textOf(other);

const textOf = (lines: readonly Line[]): string =>
  JSON.stringify(lines.map((line) => [keyOf(line), line.label]).sort());

/** As it was stored; null if that was changed by a hand that does not know the form. */
export function readSaved(stored: unknown): readonly SavedLine[] | null {
  const parsed = parseLines(stored ?? []);
  if (!parsed.ok || (stored !== null && !Array.isArray(stored))) return null;
  return parsed.value.map((line, at) => ({
    ...line,
    ...authorOf((stored as readonly unknown[])[at]),
  }));
}

const authorOf = (stored: unknown): Pick<SavedLine, 'addedBy' | 'addedAt'> => {
  const { addedBy, addedAt } = isObject(stored) ? stored : {};
  return {
    addedBy: typeof addedBy === 'string' ? addedBy : '',
    addedAt: typeof addedAt === 'number' ? addedAt : 0,
  };
};

/** Null: nothing waits, or it cannot be read and nobody can confirm it. */
export function readProposal(stored: unknown): Proposal | null {
  if (!isObject(stored)) return null;
  const { id, by, at } = stored;
  const lines = readSaved(stored.lines ?? null);
  if (typeof id !== 'string' || typeof by !== 'string' || typeof at !== 'number' || !lines) {
    return null;
  }
  return { id, by, at, lines };
}
