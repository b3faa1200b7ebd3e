import { useGetReportQuery } from '../api/sending';
import { isMoving } from './states';

const FAST_MS = 2_000;
const SLOW_MS = 15_000;

/** The numbers of an edition, looked at again every two seconds while they move. */
export function useReport(editionId: string, state: string, skip = false) {
  const report = useGetReportQuery(editionId, {
    pollingInterval: isMoving(state) ? FAST_MS : SLOW_MS,
    refetchOnMountOrArgChange: true,
    skip,
  });
  return report;
}
