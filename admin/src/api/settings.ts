import type {
  ApprovalRules,
  DnsCheckShown,
  IdentityShown,
  SenderShown,
  TransportShown,
  TransportTest,
} from '../../../server/src/contracts/settings';
import { base, get, send } from './base';

const settings = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetIdentity: build.query<{ identity: IdentityShown | null }, void>({
      query: () => get('/settings/identity'),
      providesTags: ['CountersignSettings'],
    }),
    countersignSetIdentity: build.mutation<{ identity: IdentityShown | null }, IdentityShown>({
      query: (body) => send('PUT', '/settings/identity', body),
      invalidatesTags: ['CountersignSettings', 'CountersignCampaign'],
    }),
    countersignGetSenders: build.query<{ senders: SenderShown[] }, void>({
      query: () => get('/settings/senders'),
      providesTags: ['CountersignSettings'],
    }),
    countersignSetSenders: build.mutation<{ senders: SenderShown[] }, { senders: SenderShown[] }>({
      query: (body) => send('PUT', '/settings/senders', body),
      invalidatesTags: ['CountersignSettings', 'CountersignCampaign'],
    }),
    countersignGetApproval: build.query<ApprovalRules, void>({
      query: () => get('/settings/approval'),
      providesTags: ['CountersignSettings'],
    }),
    countersignGetTransports: build.query<{ transports: TransportShown[] }, void>({
      query: () => get('/settings/transports'),
      providesTags: ['CountersignSettings'],
    }),
    countersignTestTransport: build.mutation<TransportTest, string>({
      query: (id) => send('POST', `/settings/transports/${id}/test`),
    }),
    countersignGetDns: build.query<{ checks: DnsCheckShown[] }, string>({
      query: (sender) => get('/settings/dns', { sender }),
    }),
  }),
});

export const {
  useCountersignGetIdentityQuery: useGetIdentityQuery,
  useCountersignSetIdentityMutation: useSetIdentityMutation,
  useCountersignGetSendersQuery: useGetSendersQuery,
  useCountersignSetSendersMutation: useSetSendersMutation,
  useCountersignGetApprovalQuery: useGetApprovalQuery,
  useCountersignGetTransportsQuery: useGetTransportsQuery,
  useCountersignTestTransportMutation: useTestTransportMutation,
  useCountersignGetDnsQuery: useGetDnsQuery,
} = settings;
