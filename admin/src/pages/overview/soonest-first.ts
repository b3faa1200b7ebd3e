import type { EditionSummary } from '../../../../server/src/contracts/editions';

/** By wished time; those that somebody starts by hand come last. */
export const soonestFirst = (editions: readonly EditionSummary[]): EditionSummary[] =>
  [...editions].sort((a, b) => (a.wishedAt ?? Infinity) - (b.wishedAt ?? Infinity) || 0);
