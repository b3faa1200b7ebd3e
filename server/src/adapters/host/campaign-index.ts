import type { Knex } from 'knex';
import { CAMPAIGN_TABLE } from '../../names';
import type { CampaignIndex, ListedCampaign } from '../../ports';
import type { CampaignTable } from './campaigns';

interface Row {
  readonly document_id: string;
  readonly name: string | null;
  readonly first_id: number | string;
  readonly updated_at: unknown;
}

/** One row a document, whatever its languages; the oldest row's number tells its age. */
export function createCampaignIndex(db: CampaignTable): CampaignIndex {
  const documents = (k: Knex): Knex.QueryBuilder =>
    db
      .table(k, CAMPAIGN_TABLE)
      .groupBy('document_id')
      .select('document_id')
      .min({ first_id: 'id' })
      .max({ name: 'name' })
      .max({ updated_at: 'updated_at' });

  return {
    list: ({ before, limit }) =>
      db.read(async (k) => {
        const older = before === undefined ? null : await firstIdOf(k, db, before);
        const query = documents(k).orderBy('first_id', 'desc').limit(limit);
        const rows: Row[] = await (older === null
          ? query
          : query.havingRaw('min(id) < ?', [older]));
        return rows.map(listed);
      }),
    updatedAt: (id) =>
      db.read(async (k) => {
        const [row]: Row[] = await documents(k).where({ document_id: id });
        return row ? timeOf(row.updated_at) : 0;
      }),
  };
}

async function firstIdOf(k: Knex, db: CampaignTable, documentId: string): Promise<number | null> {
  const [row] = await db
    .table(k, CAMPAIGN_TABLE)
    .where({ document_id: documentId })
    .min({ n: 'id' });
  return row?.n === null || row?.n === undefined ? null : Number(row.n);
}

const listed = (row: Row): ListedCampaign => ({
  id: row.document_id,
  name: row.name ?? '',
  updatedAt: timeOf(row.updated_at),
});

/** Strapi's own columns come as each driver likes: ms, a Date or text. */
const timeOf = (value: unknown): number =>
  value instanceof Date
    ? value.getTime()
    : typeof value === 'string'
      ? Date.parse(value)
      : Number(value);
