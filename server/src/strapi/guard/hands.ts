import type { Core } from '@strapi/types';
import { CAMPAIGN_UID } from '../../names';
import { entranceOf } from '../house';
import { documentIdOf, writerOf } from './doors';

/** What the database tells of a write; `state` goes from before to after. */
interface WriteEvent {
  readonly params: { readonly where?: unknown; readonly data?: unknown };
  readonly result?: unknown;
  readonly state: { campaigns?: readonly string[] };
}

type Listener = (event: WriteEvent) => Promise<void>;

/**
 * Listens below the document service, where every write of Strapi's passes, and inside its
 * transaction: the hand is kept with the change or neither is. What fails here stops the write.
 */
export function watchHands(strapi: Core.Strapi): () => void {
  const before: Listener = async (event) => {
    event.state.campaigns = await campaignsWhere(strapi, event.params.where);
  };
  const after: Listener = async ({ result, params, state }) => {
    const named = [...(state.campaigns ?? []), ...namedIn(result), ...namedIn(params.data)];
    const ids = named.length > 0 ? named : await campaignsWhere(strapi, rowsOf(result));
    await tellOf(strapi, ids);
  };
  return strapi.db.lifecycles.subscribe({
    models: [CAMPAIGN_UID],
    beforeUpdate: before,
    beforeUpdateMany: before,
    beforeDelete: before,
    beforeDeleteMany: before,
    afterCreate: after,
    afterCreateMany: after,
    afterUpdate: after,
    afterUpdateMany: after,
    afterDelete: after,
    afterDeleteMany: after,
  });
}

async function tellOf(strapi: Core.Strapi, campaigns: readonly string[]): Promise<void> {
  const writer = writerOf(strapi);
  for (const id of new Set(campaigns)) await entranceOf(strapi).watch.written(id, writer);
}

async function campaignsWhere(strapi: Core.Strapi, where: unknown): Promise<string[]> {
  if (where === undefined) return [];
  const rows = await strapi.db.query(CAMPAIGN_UID).findMany({ where, select: ['documentId'] });
  return namedIn(rows);
}

const namedIn = (rows: unknown): string[] =>
  (Array.isArray(rows) ? rows : [rows]).flatMap((row) => documentIdOf(row) ?? []);

/** A write that chose its fields, or many rows at once, tells only the rows' own ids. */
function rowsOf(result: unknown): { id: { $in: unknown[] } } | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  if ('ids' in result && Array.isArray(result.ids)) return { id: { $in: result.ids } };
  return 'id' in result ? { id: { $in: [result.id] } } : undefined;
}
