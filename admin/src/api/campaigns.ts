import type {
  CampaignDetail,
  CampaignSummary,
  Me,
  SetUp,
} from '../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { PreviewShown } from '../../../server/src/contracts/shapes';
import { base, get, send, type Page } from './base';

const campaigns = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetMe: build.query<Me, void>({ query: () => get('/me') }),
    countersignGetMyAddress: build.query<{ confirmed: boolean }, void>({
      query: () => get('/me/address'),
    }),
    countersignAskLink: build.mutation<{ sent: boolean }, void>({
      query: () => send('POST', '/me/address'),
    }),
    countersignGetSetUp: build.query<SetUp, void>({
      query: () => get('/set-up'),
      providesTags: ['CountersignSettings'],
    }),
    countersignGetCampaigns: build.query<
      Page<CampaignSummary>,
      { before?: string; limit?: number }
    >({
      query: (params) => get('/campaigns', params),
      providesTags: ['CountersignCampaign'],
    }),
    countersignGetCampaign: build.query<CampaignDetail, string>({
      query: (id) => get(`/campaigns/${id}`),
      providesTags: ['CountersignCampaign'],
    }),
    countersignGetPreview: build.query<
      PreviewShown,
      { id: string; locale?: string; subscriber?: string }
    >({
      query: ({ id, ...params }) => get(`/campaigns/${id}/preview`, params),
      providesTags: ['CountersignCampaign'],
    }),
    countersignSendTest: build.mutation<{ leftToday: number }, { id: string; locale?: string }>({
      query: ({ id, ...body }) => send('POST', `/campaigns/${id}/test`, body),
    }),
    countersignSubmit: build.mutation<EditionSummary, string>({
      query: (id) => send('POST', `/campaigns/${id}/submit`),
      invalidatesTags: ['CountersignCampaign', 'CountersignEdition'],
    }),
  }),
});

export const {
  useCountersignGetMeQuery: useGetMeQuery,
  useCountersignGetMyAddressQuery: useGetMyAddressQuery,
  useCountersignAskLinkMutation: useAskLinkMutation,
  useCountersignGetSetUpQuery: useGetSetUpQuery,
  useCountersignGetCampaignsQuery: useGetCampaignsQuery,
  useCountersignGetCampaignQuery: useGetCampaignQuery,
  useCountersignGetPreviewQuery: useGetPreviewQuery,
  useCountersignSendTestMutation: useSendTestMutation,
  useCountersignSubmitMutation: useSubmitMutation,
} = campaigns;
