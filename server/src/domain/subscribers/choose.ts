import type { KnownMembership } from './claim';

/** What a reader's choice changes: lists they leave, and lists they had left and come back to. */
export interface Choice {
  readonly leave: readonly string[];
  readonly comeBack: readonly string[];
}

/** Only lists the reader is on, or left by their own page, are theirs to choose. */
export const isTheirs = ({ isOn, leftAt }: KnownMembership): boolean => isOn || leftAt !== null;

export function choose(
  memberships: readonly KnownMembership[],
  wanted: ReadonlySet<string>,
): Choice {
  const theirs = memberships.filter(isTheirs);
  return {
    leave: theirs
      .filter(({ listId, leftAt }) => leftAt === null && !wanted.has(listId))
      .map(({ listId }) => listId),
    comeBack: theirs
      .filter(({ listId, leftAt }) => leftAt !== null && wanted.has(listId))
      .map(({ listId }) => listId),
  };
}
