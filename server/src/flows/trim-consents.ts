import type { Clock, ListStore } from '../ports';

export interface TrimDeps {
  readonly lists: Pick<ListStore, 'trimConsents'>;
  /** Years after the last mail, or the last word about it. */
  readonly consentYears: number;
  readonly clock: Clock;
}

const YEAR_MS = 365.25 * 24 * 60 * 60_000;
/** Rows looked at in one transaction. */
const AT_ONCE = 500;
/** Groups in one go, so that no hour is spent on it. */
const GROUPS = 200;

/**
 * Forgets evidence of consents that have ended, when it is as old as the law of the site owner asks for.
 * Where somebody is on a list still, all of it stays. Each call goes on where the last one ended.
 */
export function createTrimConsents({ lists, consentYears, clock }: TrimDeps) {
  let after: string | null = null;
  return async (): Promise<number> => {
    const before = clock.now() - consentYears * YEAR_MS;
    let trimmed = 0;
    for (let group = 0; group < GROUPS; group += 1) {
      const done = await lists.trimConsents({ before, after, limit: AT_ONCE });
      trimmed += done.trimmed;
      after = done.next;
      if (after === null) break;
    }
    return trimmed;
  };
}
