import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import {
  CAMPAIGN_FIELDS,
  type CampaignField,
  type StoredCampaign,
  type StoredLocale,
} from '../../domain/campaigns/stored';
import { CAMPAIGN_TABLE } from '../../names';
import type { CampaignReader } from '../../ports';

type Row = Readonly<Record<string, unknown>>;
type ReadRows = <T>(work: (k: Knex) => Promise<T>) => Promise<T>;

/** The part of our database view this needs: the caller's own transaction. */
export interface CampaignTable {
  readonly dialect: 'sqlite' | 'postgres' | 'mysql';
  readonly read: ReadRows;
  table(k: Knex, name: string): Knex.QueryBuilder;
}

const COLUMN_OF: Readonly<Record<CampaignField, string>> = {
  name: 'name',
  subject: 'subject',
  preheader: 'preheader',
  body: 'body',
  sender: 'sender',
  replyTo: 'reply_to',
  audience: 'audience',
  wishedAt: 'wished_at',
};
const JSON_FIELDS: readonly CampaignField[] = ['body', 'audience', 'wishedAt'];

/** Reads the rows themselves: what the document service shows is filtered, and it opens a transaction. */
export function createCampaignReader(strapi: Core.Strapi, db: CampaignTable): CampaignReader {
  const rowsOf = (id: string, isLocked: boolean): Promise<Row[]> =>
    db.read(async (k) => {
      const query = db.table(k, CAMPAIGN_TABLE).where({ document_id: id }).orderBy('id');
      return isLocked && db.dialect !== 'sqlite' ? query.forUpdate().select() : query.select();
    });
  const read = async (id: string, isLocked: boolean): Promise<StoredCampaign | null> => {
    const rows = await rowsOf(id, isLocked);
    if (rows.length === 0) return null;
    return { id, defaultLocale: await defaultLocaleOf(strapi), locales: rows.map(localeOf) };
  };
  return { read: (id) => read(id, false), readLocked: (id) => read(id, true) };
}

async function defaultLocaleOf(strapi: Core.Strapi): Promise<string> {
  const locales = strapi.plugin('i18n').service<{ getDefaultLocale(): Promise<string> }>('locales');
  return locales.getDefaultLocale();
}

const localeOf = (row: Row): StoredLocale => ({
  locale: typeof row.locale === 'string' ? row.locale : '',
  fields: Object.fromEntries(CAMPAIGN_FIELDS.map((field) => [field, valueOf(row, field)])),
});

/** Every driver gives JSON as text or parsed, as it likes. */
function valueOf(row: Row, field: CampaignField): unknown {
  const value = row[COLUMN_OF[field]];
  const isText = JSON_FIELDS.includes(field) && typeof value === 'string';
  return isText ? parsed(value) : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON after all (a write by SQL): it still counts as what is there, and as a change.
    return text;
  }
}
