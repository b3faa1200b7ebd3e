import { isMostlyNews, type SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';
import { type Page, type Place, readPage } from './page';

export interface PagesAhead {
  /** The page this run comes to next. */
  take(run: SyncRun): Promise<Page>;
}

/**
 * Reads a scan's next page while the one before is being written, on a connection of its own. It counts
 * in its epoch alone: what is written must never be older than what was written before.
 */
export function createPagesAhead(deps: SyncDeps, source: Source): PagesAhead {
  let coming: (Pick<Page, 'place' | 'isAhead'> & { readonly page: Promise<Page> }) | null = null;

  const ask = (place: Place, run: SyncRun, isAhead: boolean): Promise<Page> => {
    const page = readPage(deps, source, place, isAhead).then(async (read) => {
      await workOut(read, isMostlyNews(run), deps);
      return read;
    });
    // Who takes it hears of it; a run may end before.
    page.catch(() => undefined);
    coming = { place, isAhead, page };
    return page;
  };

  return {
    take: async (run) => {
      const page = await (coming && isFit(coming, source, run)
        ? coming.page
        : ask(run, run, false));
      if (page.upTo !== null) void ask({ cursor: page.upTo, epoch: run.epoch }, run, true);
      return page;
    },
  };
}

/**
 * Whether a page that was read outside of the turn is what the run would read now. A source elsewhere is never
 * read under the turn: of such a one, what was asked for when it was needed is as good as can be had.
 */
export const isFit = (
  { place, isAhead }: Pick<Page, 'place' | 'isAhead'>,
  { isElsewhere = false }: Source,
  run: Place,
): boolean =>
  place.cursor === run.cursor && (place.epoch === run.epoch || (isElsewhere && !isAhead));

/** A few at a time, so that what is being written is never kept waiting for long. */
const AT_ONCE = 10;

async function workOut(
  { people }: Page,
  isNews: boolean,
  { letOthers }: Pick<SyncDeps, 'letOthers'>,
): Promise<void> {
  for (const [n, met] of people.entries()) {
    if (n % AT_ONCE === 0) await letOthers();
    if (!isNews) met.rowHash();
    else if (met.weighed().because === null) met.weighed().home?.sealed();
  }
}
