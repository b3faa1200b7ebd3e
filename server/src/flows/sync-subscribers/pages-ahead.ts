import { isMostlyNews, type SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';
import { type Page, type Place, readPage } from './page';

export interface PagesAhead {
  /** The page this run comes to next. */
  take(run: SyncRun): Promise<Page>;
}

/**
 * Reads a scan's next page while the one before is being written, on a connection of its own. Of a source of
 * ours it counts in its epoch alone: what is written must never be older than what was written before.
 */
export function createPagesAhead(deps: SyncDeps, source: Source): PagesAhead {
  let coming: { readonly place: Place; readonly page: Promise<Page> } | null = null;

  const ask = (place: Place, run: SyncRun): Promise<Page> => {
    const page = readPage(deps, source, place).then(async (read) => {
      await workOut(read, isMostlyNews(run), deps);
      return read;
    });
    // Who takes it hears of it; a run may end before.
    page.catch(() => undefined);
    coming = { place, page };
    return page;
  };

  return {
    take: async (run) => {
      const page = await (coming && isFit(coming, source, run) ? coming.page : ask(run, run));
      if (page.upTo !== null) void ask({ cursor: page.upTo, epoch: run.epoch }, run);
      return page;
    },
  };
}

/** Whether a page read before its turn is what the run would read now. */
export const isFit = (
  { place }: Pick<Page, 'place'>,
  { isElsewhere }: Source,
  run: Place,
): boolean => place.cursor === run.cursor && (isElsewhere === true || place.epoch === run.epoch);

/** A few at a time, so that what is being written is never kept waiting for long. */
const AT_ONCE = 50;

async function workOut(
  { people }: Page,
  isNews: boolean,
  { letOthers }: Pick<SyncDeps, 'letOthers'>,
): Promise<void> {
  for (const [n, met] of people.entries()) {
    if (n % AT_ONCE === 0) await letOthers();
    if (isNews) met.weighed();
    else met.rowHash();
  }
}
