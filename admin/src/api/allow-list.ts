import type {
  AddressTestShown,
  AllowListShown,
  AllowScope,
} from '../../../server/src/contracts/allow-list';
import { base, get, send } from './base';

export interface WishedLine {
  readonly address: string;
  readonly label: string;
  readonly scope: AllowScope;
}

const AT = '/settings/allow-list';

const allowList = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetAllowList: build.query<AllowListShown, void>({
      query: () => get(AT),
      providesTags: ['CountersignSettings'],
    }),
    countersignSetAllowList: build.mutation<AllowListShown, readonly WishedLine[]>({
      query: (lines) => send('PUT', AT, { lines }),
      invalidatesTags: ['CountersignSettings'],
    }),
    countersignConfirmAllowList: build.mutation<AllowListShown, string>({
      query: (proposal) => send('POST', `${AT}/confirm`, { proposal }),
      invalidatesTags: ['CountersignSettings'],
    }),
    countersignDiscardAllowList: build.mutation<AllowListShown, string>({
      query: (proposal) => send('POST', `${AT}/discard`, { proposal }),
      invalidatesTags: ['CountersignSettings'],
    }),
    countersignTestAddress: build.mutation<AddressTestShown, string>({
      query: (address) => get(`${AT}/test`, { address }),
    }),
  }),
});

export const {
  useCountersignGetAllowListQuery: useGetAllowListQuery,
  useCountersignSetAllowListMutation: useSetAllowListMutation,
  useCountersignConfirmAllowListMutation: useConfirmAllowListMutation,
  useCountersignDiscardAllowListMutation: useDiscardAllowListMutation,
  useCountersignTestAddressMutation: useTestAddressMutation,
} = allowList;
