import type { LeftOutRow, List } from '../../../server/src/contracts/people';
import { base, get, send, type Page } from './base';

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
  }),
});

export const {
  useCountersignGetListsQuery: useGetListsQuery,
  useCountersignGetListQuery: useGetListQuery,
  useCountersignGetLeftOutQuery: useGetLeftOutQuery,
  useCountersignSyncListMutation: useSyncListMutation,
} = lists;
