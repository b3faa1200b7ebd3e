import type { LeftOutRow, List } from '../../../server/src/contracts/people';
import { base, get, send, type Page } from './base';

/** @property day in UTC, `2026-11-25` */
export interface ListSize {
  readonly day: string;
  readonly readers: number;
}

/** A sync of this list that has stopped. */
interface StoppedRun {
  readonly id: string;
  readonly run: string;
}

const lists = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetLists: build.query<{ results: List[] }, void>({
      query: () => get('/lists'),
      providesTags: ['CountersignList'],
    }),
    countersignGetList: build.query<List, string>({
      query: (id) => get(`/lists/${id}`),
      providesTags: ['CountersignList'],
    }),
    countersignGetListSizes: build.query<{ results: ListSize[] }, string>({
      query: (id) => get(`/lists/${id}/sizes`),
      providesTags: ['CountersignList'],
    }),
    countersignGetLeftOut: build.query<
      Page<LeftOutRow>,
      { id: string; because?: string; after?: string; limit?: number }
    >({
      query: ({ id, ...params }) => get(`/lists/${id}/left-out`, params),
      providesTags: ['CountersignList'],
    }),
    countersignSyncList: build.mutation<{ started: true }, string>({
      query: (id) => send('POST', `/lists/${id}/sync`),
      invalidatesTags: ['CountersignList', 'CountersignPeople'],
    }),
    countersignLetGo: build.mutation<{ started: true }, StoppedRun>({
      query: ({ id, run }) => send('POST', `/lists/${id}/let-go`, { run }),
      invalidatesTags: ['CountersignList', 'CountersignPeople'],
    }),
    countersignKeepList: build.mutation<{ kept: true }, StoppedRun>({
      query: ({ id, run }) => send('POST', `/lists/${id}/keep`, { run }),
      invalidatesTags: ['CountersignList'],
    }),
  }),
});

export const {
  useCountersignGetListsQuery: useGetListsQuery,
  useCountersignGetListQuery: useGetListQuery,
  useCountersignGetListSizesQuery: useGetListSizesQuery,
  useCountersignGetLeftOutQuery: useGetLeftOutQuery,
  useCountersignLetGoMutation: useLetGoMutation,
  useCountersignKeepListMutation: useKeepListMutation,
  useCountersignSyncListMutation: useSyncListMutation,
} = lists;
