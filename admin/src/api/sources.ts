import type {
  MadeSourceShown,
  Meaning,
  SourceTrial,
  SourceType,
  SourceWish,
} from '../../../server/src/contracts/sources';
import { base, get, send } from './base';

const sources = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetSourceTypes: build.query<{ results: SourceType[] }, void>({
      query: () => get('/source-types'),
      providesTags: ['CountersignList'],
    }),
    countersignGetSource: build.query<MadeSourceShown, string>({
      query: (id) => get(`/sources/${id}`),
      providesTags: ['CountersignList'],
    }),
    // Nothing is saved, so nothing goes stale.
    countersignTrySource: build.mutation<SourceTrial, SourceWish>({
      query: (wish) => send('POST', '/sources/try', wish),
    }),
    countersignCreateSource: build.mutation<{ id: string; list: string }, SourceWish>({
      query: (wish) => send('POST', '/sources', wish),
      invalidatesTags: ['CountersignList', 'CountersignPeople'],
    }),
    countersignChangeSource: build.mutation<
      { id: string; list: string },
      Pick<MadeSourceShown, 'id' | 'changedAt'> & { meaning: Meaning }
    >({
      query: ({ id, changedAt, meaning }) =>
        send('PUT', `/sources/${id}`, { ...meaning, changedAt }),
      invalidatesTags: ['CountersignList', 'CountersignPeople'],
    }),
    countersignRemoveSource: build.mutation<{ started: true }, { id: string; leaving: number }>({
      query: ({ id, leaving }) => send('POST', `/sources/${id}/remove`, { leaving }),
      invalidatesTags: ['CountersignList', 'CountersignPeople'],
    }),
  }),
});

export const {
  useCountersignGetSourceTypesQuery: useGetSourceTypesQuery,
  useCountersignGetSourceQuery: useGetSourceQuery,
  useCountersignTrySourceMutation: useTrySourceMutation,
  useCountersignCreateSourceMutation: useCreateSourceMutation,
  useCountersignChangeSourceMutation: useChangeSourceMutation,
  useCountersignRemoveSourceMutation: useRemoveSourceMutation,
} = sources;
