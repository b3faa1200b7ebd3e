import type { List } from '../../../server/src/contracts/people';
import { useGetListQuery, useGetListsQuery } from '../api/lists';
import { isSyncing } from './SourceHealth';

const FAST_MS = 1_500;
const SLOW_MS = 30_000;

/** Often while a list is synced, now and then otherwise. */
const pollEvery = (lists: readonly List[]): number =>
  lists.some(({ sources }) => sources.some(isSyncing)) ? FAST_MS : SLOW_MS;

const always = { refetchOnMountOrArgChange: true };

/** All lists, looked at again as often as they change. */
export function useLists() {
  // What is known decides how soon to look again; both hooks share one request.
  const known = useGetListsQuery().data?.results ?? [];
  return useGetListsQuery(undefined, { ...always, pollingInterval: pollEvery(known) });
}

/** One list, looked at again as often as it changes. */
export function useList(id: string) {
  const known = useGetListQuery(id).data;
  return useGetListQuery(id, { ...always, pollingInterval: pollEvery(known ? [known] : []) });
}
