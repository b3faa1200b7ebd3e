import type { DeliveryRow, Report, StopShown } from '../../../server/src/contracts/reports';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { base, get, send, type Page } from './base';

export type UncertainAct = 'close' | 'resend';

const sending = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetReport: build.query<Report, string>({
      query: (id) => get(`/editions/${id}/report`),
      providesTags: ['CountersignEdition'],
    }),
    countersignGetDeliveries: build.query<
      Page<DeliveryRow>,
      { id: string; state?: string; after?: string; limit?: number }
    >({
      query: ({ id, ...params }) => get(`/editions/${id}/deliveries`, params),
      providesTags: ['CountersignEdition'],
    }),
    /** What a person decides of an uncertain delivery. */
    countersignDecide: build.mutation<
      EditionSummary,
      { id: string; delivery: string; act: UncertainAct }
    >({
      query: ({ id, delivery, act }) =>
        send('POST', `/editions/${id}/deliveries/${delivery}/${act}`),
      invalidatesTags: ['CountersignCampaign', 'CountersignEdition'],
    }),
    countersignGetStop: build.query<StopShown, void>({
      query: () => get('/stop-everything'),
      providesTags: ['CountersignStop'],
    }),
    countersignStopEverything: build.mutation<StopShown, void>({
      query: () => send('POST', '/stop-everything'),
      invalidatesTags: ['CountersignStop', 'CountersignEdition'],
    }),
    countersignLiftStop: build.mutation<StopShown, void>({
      query: () => send('POST', '/stop-everything/lift'),
      invalidatesTags: ['CountersignStop', 'CountersignEdition'],
    }),
  }),
});

export const {
  useCountersignGetReportQuery: useGetReportQuery,
  useCountersignGetDeliveriesQuery: useGetDeliveriesQuery,
  useCountersignDecideMutation: useDecideMutation,
  useCountersignGetStopQuery: useGetStopQuery,
  useCountersignStopEverythingMutation: useStopEverythingMutation,
  useCountersignLiftStopMutation: useLiftStopMutation,
} = sending;
