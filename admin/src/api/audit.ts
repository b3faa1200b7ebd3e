import type {
  AuditActs,
  AuditEntryShown,
  VerificationShown,
} from '../../../server/src/contracts/audit';
import { base, get, type Page } from './base';

/** `from` and `to` in ms since 1970. */
export interface AuditQuestion {
  readonly act?: string;
  readonly person?: string;
  readonly subject?: string;
  readonly from?: number;
  readonly to?: number;
  readonly before?: string;
  readonly limit?: number;
}

const audit = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetAudit: build.query<Page<AuditEntryShown>, AuditQuestion>({
      query: (params) => get('/audit', { ...params }),
    }),
    countersignGetAuditActs: build.query<AuditActs, void>({
      query: () => get('/audit/acts'),
    }),
    countersignVerifyAudit: build.query<VerificationShown, void>({
      query: () => get('/audit/verification'),
    }),
  }),
});

export const {
  useCountersignGetAuditQuery: useGetAuditQuery,
  useCountersignGetAuditActsQuery: useGetAuditActsQuery,
  useLazyCountersignVerifyAuditQuery: useLazyVerifyAuditQuery,
} = audit;
