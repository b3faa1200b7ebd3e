import type { ListExportShown } from '../../../../server/src/contracts/exports';

/** What waits for who looks stands first: to be answered, then to be fetched. */
export function waitingFirst(exports: readonly ListExportShown[]): readonly ListExportShown[] {
  const rank = ({ mayAllow, mayDownload }: ListExportShown) =>
    mayAllow.allowed ? 0 : mayDownload.allowed ? 1 : 2;
  return [...exports].sort((a, b) => rank(a) - rank(b));
}
