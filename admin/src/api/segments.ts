import type { SegmentCount } from '../../../server/src/contracts/segments';
import type { Attribute, Rule, Segment } from '../segments/rule';
import { base, get, send } from './base';

interface SegmentWritten {
  readonly name: string;
  readonly rule: Rule;
}

const segments = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetSegments: build.query<{ results: Segment[] }, void>({
      query: () => get('/segments'),
      providesTags: ['CountersignSegment'],
    }),
    countersignGetSegment: build.query<Segment, string>({
      query: (id) => get(`/segments/${id}`),
      // One goes on building on what is there now, never on what was there some time ago.
      keepUnusedDataFor: 0,
      providesTags: ['CountersignSegment'],
    }),
    countersignGetAttributes: build.query<{ results: Attribute[] }, void>({
      query: () => get('/segments/attributes'),
      // Sources say them.
      providesTags: ['CountersignList'],
    }),
    // A rule is too long for an address; nothing is changed by it all the same.
    countersignCountRule: build.query<SegmentCount, Rule>({
      query: (rule) => send('POST', '/segments/count', { rule }),
      keepUnusedDataFor: 30,
    }),
    countersignAddSegment: build.mutation<Segment, SegmentWritten>({
      query: (segment) => send('POST', '/segments', segment),
      invalidatesTags: ['CountersignSegment'],
    }),
    countersignChangeSegment: build.mutation<
      Segment,
      SegmentWritten & Pick<Segment, 'id' | 'changedAt'>
    >({
      query: ({ id, ...segment }) => send('PUT', `/segments/${id}`, segment),
      invalidatesTags: ['CountersignSegment', 'CountersignCampaign'],
    }),
    countersignRemoveSegment: build.mutation<{ removed: true }, string>({
      query: (id) => send('DELETE', `/segments/${id}`),
      invalidatesTags: ['CountersignSegment'],
    }),
  }),
});

export const {
  useCountersignGetSegmentsQuery: useGetSegmentsQuery,
  useCountersignGetSegmentQuery: useGetSegmentQuery,
  useCountersignGetAttributesQuery: useGetAttributesQuery,
  useCountersignCountRuleQuery: useCountRuleQuery,
  useCountersignAddSegmentMutation: useAddSegmentMutation,
  useCountersignChangeSegmentMutation: useChangeSegmentMutation,
  useCountersignRemoveSegmentMutation: useRemoveSegmentMutation,
} = segments;
