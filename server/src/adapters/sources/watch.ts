import { EVERYBODY } from '../../domain/subscribers/claim';
import { fieldsRead, type SourceMapping } from '../../domain/subscribers/source-mapping';
import { LOG_EVENTS } from '../../names';
import type { Clock, Log, Outbox } from '../../ports';
import type { HostContent } from './content-type';

/** The part of a database lifecycle event we look at. */
export interface RowEvent {
  readonly params: { readonly where?: unknown; readonly data?: unknown; readonly select?: unknown };
  readonly state: Record<string, unknown>;
  readonly result?: unknown;
}

type Listener = (event: RowEvent) => Promise<void>;

/** The part of `strapi.db.lifecycles` we use. */
export interface HostLifecycles {
  subscribe(subscriber: RowSubscriber): () => unknown;
}

export interface RowSubscriber {
  readonly models: string[];
  readonly afterCreate: Listener;
  readonly afterUpdate: Listener;
  readonly beforeDelete: Listener;
  readonly afterDelete: Listener;
  readonly afterCreateMany: Listener;
  readonly afterUpdateMany: Listener;
  readonly afterDeleteMany: Listener;
}

export interface WatchDeps {
  readonly lifecycles: HostLifecycles;
  readonly host: HostContent;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
  /** Something is in the outbox, or will be once the host's transaction is through. */
  wake(): void;
}

/**
 * Notes whose row changed, one insert in the host's own transaction where it has one. Whatever happens
 * here never stops the host's write: what is missed, the next reconcile finds.
 */
export function watchSource(mapping: SourceMapping, deps: WatchDeps): () => void {
  const { lifecycles, outbox, clock, wake } = deps;
  const note = async (externalId: string): Promise<void> => {
    await outbox.add([{ sourceId: mapping.id, externalId }], clock.now());
    wake();
  };
  const somebody = unharmed(deps, mapping.id, async (event) => {
    await note((await idOf(event, mapping, deps.host)) ?? EVERYBODY);
  });
  const everybody = unharmed(deps, mapping.id, () => note(EVERYBODY));

  const stop = lifecycles.subscribe({
    models: [mapping.contentType],
    afterCreate: somebody,
    afterUpdate: (event) => (concerns(event, mapping) ? somebody(event) : Promise.resolve()),
    beforeDelete: unharmed(deps, mapping.id, async ({ params, state }) => {
      // Without a `select` the deleted row is handed over whole afterwards.
      if (params.select === undefined) return;
      state.documentId = await documentIdWhere(params.where, mapping, deps.host);
    }),
    afterDelete: somebody,
    afterCreateMany: everybody,
    afterUpdateMany: everybody,
    afterDeleteMany: everybody,
  });
  return () => void stop();
}

const unharmed =
  ({ log }: WatchDeps, source: string, listener: Listener): Listener =>
  async (event) => {
    try {
      await listener(event);
    } catch (trouble) {
      log.error(LOG_EVENTS.syncFailed, trouble, { source });
    }
  };

/** A login that renews a token, say, tells us nothing. */
function concerns({ params }: RowEvent, mapping: SourceMapping): boolean {
  const { data } = params;
  if (!isRecord(data)) return true;
  const read = [...fieldsRead(mapping), 'confirmed', 'blocked', 'publishedAt', 'documentId'];
  return read.some((field) => field in data);
}

/** A caller's `select` may have left it out of the result; then the row is asked, or what it was before. */
async function idOf(
  { result, state }: RowEvent,
  mapping: SourceMapping,
  host: HostContent,
): Promise<string | null> {
  const row = isRecord(result) ? result : {};
  if (typeof row.documentId === 'string') return row.documentId;
  if (typeof state.documentId === 'string') return state.documentId;
  return row.id === undefined ? null : documentIdWhere({ id: row.id }, mapping, host);
}

async function documentIdWhere(
  where: unknown,
  { contentType }: SourceMapping,
  host: HostContent,
): Promise<string | null> {
  const rows = await host.query(contentType).findMany({ select: ['documentId'], where, limit: 1 });
  const documentId = rows[0]?.documentId;
  return typeof documentId === 'string' ? documentId : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
