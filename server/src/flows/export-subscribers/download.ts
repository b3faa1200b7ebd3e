import type { Asking } from '../../domain/access/asking';
import { ok, refuse } from '../../domain/result';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/subscribers/csv';
import {
  MOST_DOWNLOADS,
  obstacleToDownloading,
  type ListExport,
} from '../../domain/subscribers/list-export';
import type { ListedReader } from '../../ports';
import { countReaders, tell, type ExportDeps } from './deps';

export interface ExportFile {
  readonly name: string;
  /** Pieces of CSV; readers are opened as it is read on. */
  readonly content: AsyncIterable<string>;
}

/** Counted and told before the first address is opened. */
export async function download(deps: ExportDeps, allowed: ListExport, by: Asking) {
  const obstacle = obstacleToDownloading(allowed, by, deps.clock.now());
  if (obstacle) return refuse(obstacle);
  const { listId, decidedBy } = allowed;
  if (!(await deps.exporters.may(by.person, listId))) return refuse('not-permitted');
  if (!(await deps.exporters.may(decidedBy ?? '', listId))) return refuse('allower-gone');
  if (!(await deps.exports.countDownload(allowed.id, MOST_DOWNLOADS))) return refuse('export-over');
  const readers = await countReaders(deps, listId);
  await tell(deps, by, { act: 'export.download', of: allowed, readers });
  return ok({ name: `export-${allowed.id}.csv`, content: contentOf(deps, allowed) });
}

/** The last column says of each copied row from which export it is. */
const HEAD = ['address', 'name', 'locale', 'on the list since', 'export'];

/** Readers in memory at once. */
const PAGE = 500;

async function* contentOf({ listed }: ExportDeps, { id, listId }: ListExport) {
  yield BYTE_ORDER_MARK + csvLine(HEAD);
  for (let after: string | null = null; ; ) {
    const readers: ListedReader[] = await listed.page({ listId, after, limit: PAGE });
    const last = readers.at(-1);
    if (!last) return;
    yield readers.map((reader) => csvLine(rowOf(reader, id))).join('');
    after = last.subscriberId;
  }
}

const rowOf = ({ address, name, locale, since }: ListedReader, id: string): string[] => [
  ...[address, name ?? '', locale ?? ''],
  ...[new Date(since).toISOString(), id],
];
