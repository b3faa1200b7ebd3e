import type { DeliveryRow, Report, StopShown } from '../../../server/src/contracts/reports';
import { base, get, send, type Page } from './base';

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
  useCountersignGetStopQuery: useGetStopQuery,
  useCountersignStopEverythingMutation: useStopEverythingMutation,
  useCountersignLiftStopMutation: useLiftStopMutation,
} = sending;
