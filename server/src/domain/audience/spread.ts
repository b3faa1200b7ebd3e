export interface DomainCount {
  readonly domain: string;
  /** Readers with an address there. */
  readonly readers: number;
}

export interface DomainSpread {
  /** The most first. */
  readonly domains: readonly DomainCount[];
  readonly elsewhere: number;
}

/** Of fewer one could tell who they are (P6). */
export const FEWEST_SHOWN = 5;
export const MOST_DOMAINS = 10;

/**
 * Where an audience reads its mail. What is left over is one number, and never so small that it shows
 * somebody: the smallest domain goes into it until it is not.
 *
 * @param readers all of the audience
 * @param counts  any of its domains, in any order
 */
export function spreadOver(readers: number, counts: readonly DomainCount[]): DomainSpread {
  const domains = counts
    .filter((count) => count.readers >= FEWEST_SHOWN)
    .sort((a, b) => b.readers - a.readers || (a.domain < b.domain ? -1 : 1))
    .slice(0, MOST_DOMAINS);
  const sum = domains.reduce((so, count) => so + count.readers, 0);
  const elsewhere = Math.max(0, readers - sum);
  const last = domains.at(-1);
  if (elsewhere === 0 || elsewhere >= FEWEST_SHOWN || !last) return { domains, elsewhere };
  return { domains: domains.slice(0, -1), elsewhere: elsewhere + last.readers };
}
