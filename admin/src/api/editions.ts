import type {
  EditionAudience,
  EditionChanges,
  EditionDetail,
  EditionSummary,
} from '../../../server/src/contracts/editions';
import type { PreviewShown } from '../../../server/src/contracts/shapes';
import { base, get, send, type Page } from './base';

export type EditionAct = 'withdraw' | 'start' | 'pause' | 'resume' | 'cancel';

/** The last edition that was sent, or the last I decided on. */
export type Since = 'sent' | 'decided';

/** What the approver was shown, and so what they sign. */
interface Approval {
  readonly id: string;
  readonly readersShown: number;
  readonly fingerprint: string;
}

const editions = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetEditions: build.query<
      Page<EditionSummary>,
      { state?: string; campaign?: string; before?: string; limit?: number }
    >({
      query: (params) => get('/editions', params),
      providesTags: ['CountersignEdition'],
    }),
    countersignGetEdition: build.query<EditionDetail, string>({
      query: (id) => get(`/editions/${id}`),
      providesTags: ['CountersignEdition'],
    }),
    countersignGetMessage: build.query<
      PreviewShown,
      { id: string; locale?: string; reader?: string }
    >({
      query: ({ id, ...params }) => get(`/editions/${id}/message`, params),
    }),
    countersignGetAudience: build.query<EditionAudience, string>({
      query: (id) => get(`/editions/${id}/audience`),
    }),
    countersignGetChanges: build.query<EditionChanges, { id: string; since: Since }>({
      query: ({ id, ...params }) => get(`/editions/${id}/changes`, params),
    }),
    countersignApprove: build.mutation<EditionSummary, Approval>({
      query: ({ id, ...body }) => send('POST', `/editions/${id}/approve`, body),
      invalidatesTags: ['CountersignCampaign', 'CountersignEdition'],
    }),
    countersignSendBack: build.mutation<EditionSummary, { id: string; reason: string }>({
      query: ({ id, ...body }) => send('POST', `/editions/${id}/send-back`, body),
      invalidatesTags: ['CountersignCampaign', 'CountersignEdition'],
    }),
    /** The acts on an edition that need nothing but its id. */
    countersignAct: build.mutation<EditionSummary, { id: string; act: EditionAct }>({
      query: ({ id, act }) => send('POST', `/editions/${id}/${act}`),
      invalidatesTags: ['CountersignCampaign', 'CountersignEdition'],
    }),
  }),
});

export const {
  useCountersignGetEditionsQuery: useGetEditionsQuery,
  useCountersignGetEditionQuery: useGetEditionQuery,
  useCountersignGetMessageQuery: useGetMessageQuery,
  useCountersignGetAudienceQuery: useGetAudienceQuery,
  useCountersignGetChangesQuery: useGetChangesQuery,
  useCountersignApproveMutation: useApproveMutation,
  useCountersignSendBackMutation: useSendBackMutation,
  useCountersignActMutation: useActMutation,
} = editions;
