import type { Asking } from '../domain/access/asking';
import type { Act } from '../domain/audit/entry';
import { ok, refuse, type Result } from '../domain/result';
import {
  obstacleToAllowing,
  obstacleToDownloading,
  obstacleToRefusing,
  obstacleToWithdrawing,
  stateAt,
  type ExportObstacle,
  type ListExport,
} from '../domain/subscribers/list-export';
import { allow, turnDown, withdraw } from './export-subscribers/answer';
import { ask, type Wish } from './export-subscribers/ask';
import { tell, type ExportDeps } from './export-subscribers/deps';
import { download } from './export-subscribers/download';

export type ExportRefusal =
  | ExportObstacle
  | 'exports-off'
  | 'no-such-list'
  | 'no-such-export'
  | 'not-permitted'
  | 'account-not-quiet'
  | 'allower-gone'
  | 'too-many-exports';

type Work<T> = (
  deps: ExportDeps,
  found: ListExport,
  by: Asking,
) => Promise<Result<T, ExportRefusal>>;

/**
 * A list's addresses as a file, for whoever asked, once a second person has allowed it. Each act is one
 * transaction with its row in the audit trail; a refusal is told as well.
 */
export const createExportSubscribers = (deps: ExportDeps) => {
  const acting =
    <T>(act: Act, work: Work<T>) =>
    async (id: string, by: Asking): Promise<Result<T, ExportRefusal>> => {
      if (!deps.isOn) return refuse('exports-off');
      const found = await deps.exports.find(id);
      if (!found) return refuse('no-such-export');
      const done = await deps.transactions.within(async () => {
        const now = await deps.exports.find(id);
        return now ? work(deps, now, by) : refuse('no-such-export');
      });
      if (!done.ok) await tell(deps, by, { act, of: found, result: done.reason });
      return done;
    };
  const viewed = (one: ListExport, by: Asking) => viewOf(one, by, deps.clock.now());
  const answering = (act: Act, work: Work<ListExport>) => {
    const answer = acting(act, work);
    return async (id: string, by: Asking) => {
      const done = await answer(id, by);
      return done.ok ? ok(viewed(done.value, by)) : done;
    };
  };

  return {
    isOn: deps.isOn,
    list: async (query: { readonly before?: string; readonly limit: number }, by: Asking) =>
      (await deps.exports.list(query)).map((one) => viewed(one, by)),
    ask: async (wish: Wish, by: Asking) => {
      if (!deps.isOn) return refuse('exports-off');
      const asked = await deps.transactions.within(() => ask(deps, wish, by));
      return asked.ok ? ok(viewed(asked.value, by)) : asked;
    },
    allow: answering('export.allow', allow),
    refuse: answering('export.refuse', turnDown),
    withdraw: answering('export.withdraw', withdraw),
    download: acting('export.download', download),
  };
};

/** With what keeps this person from each answer, as far as the export itself says. */
const viewOf = (one: ListExport, by: Asking, now: number) => ({
  ...one,
  state: stateAt(one, now),
  obstacles: {
    allow: obstacleToAllowing(one, by, now),
    refuse: obstacleToRefusing(one, by, now),
    withdraw: obstacleToWithdrawing(one, by, now),
    download: obstacleToDownloading(one, by, now),
  },
});
