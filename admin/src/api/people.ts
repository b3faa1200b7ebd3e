import type {
  Subscriber,
  SubscriberDetail,
  Suppression,
} from '../../../server/src/contracts/people';
import type { ErasureReceipt, PersonFile } from '../../../server/src/contracts/person-file';
import { base, get, send, type Page } from './base';

const people = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetSubscribers: build.query<
      Page<Subscriber>,
      { list?: string; status?: string; who?: string; after?: string; limit?: number }
    >({
      query: (params) => get('/subscribers', params),
      providesTags: ['CountersignPeople'],
    }),
    countersignGetSubscriber: build.query<SubscriberDetail, string>({
      query: (id) => get(`/subscribers/${id}`),
      providesTags: ['CountersignPeople'],
    }),
    countersignSearchSubscriber: build.mutation<Subscriber, { address: string; reason: string }>({
      query: (asked) => send('POST', '/subscribers/search', asked),
    }),
    countersignReveal: build.mutation<
      { address: string; name: string | null },
      { id: string; reason: string }
    >({
      query: ({ id, reason }) => send('POST', `/subscribers/${id}/reveal`, { reason }),
    }),
    countersignAccess: build.mutation<PersonFile, { id: string; reason: string }>({
      query: ({ id, reason }) => send('POST', `/subscribers/${id}/access`, { reason }),
    }),
    countersignErase: build.mutation<ErasureReceipt, { id: string; reason: string }>({
      query: ({ id, reason }) => send('POST', `/subscribers/${id}/erase`, { reason }),
      invalidatesTags: ['CountersignPeople', 'CountersignList'],
    }),
    countersignGetSuppressions: build.query<Page<Suppression>, { after?: string; limit?: number }>({
      query: (params) => get('/suppressions', params),
      providesTags: ['CountersignPeople'],
    }),
    countersignAddSuppression: build.mutation<
      { label: string },
      { address: string; note: string | null }
    >({
      query: (body) => send('POST', '/suppressions', body),
      invalidatesTags: ['CountersignPeople', 'CountersignList'],
    }),
    countersignLiftSuppression: build.mutation<{ lifted: true }, string>({
      query: (hash) => send('DELETE', `/suppressions/${hash}`),
      invalidatesTags: ['CountersignPeople', 'CountersignList'],
    }),
  }),
});

export const {
  useCountersignGetSubscribersQuery: useGetSubscribersQuery,
  useCountersignGetSubscriberQuery: useGetSubscriberQuery,
  useCountersignSearchSubscriberMutation: useSearchSubscriberMutation,
  useCountersignRevealMutation: useRevealMutation,
  useCountersignAccessMutation: useAccessMutation,
  useCountersignEraseMutation: useEraseMutation,
  useCountersignGetSuppressionsQuery: useGetSuppressionsQuery,
  useCountersignAddSuppressionMutation: useAddSuppressionMutation,
  useCountersignLiftSuppressionMutation: useLiftSuppressionMutation,
} = people;
