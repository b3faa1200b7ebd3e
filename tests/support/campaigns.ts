import type { Knex } from 'knex';
import type { Db } from '../../server/src/adapters/store/database';
import type { StoredCampaign, StoredLocale } from '../../server/src/domain/campaigns/stored';
import type { CampaignReader } from '../../server/src/ports';

export const paragraph = (text: string) => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

export const picture = (url: string, alternativeText = 'A picture') => ({
  type: 'image',
  image: { url, alternativeText, width: 100, height: 50 },
  children: [{ type: 'text', text: '' }],
});

export const aLocale = (
  change: StoredLocale['fields'] = {},
  locale: string = 'en',
): StoredLocale => ({
  locale,
  fields: {
    name: 'Autumn issue',
    subject: 'Hello {{ subscriber.name | default: "reader" }}',
    preheader: 'What is new',
    body: [paragraph('It is autumn.')],
    sender: 'gazette',
    replyTo: null,
    audience: { include: ['newsletter'], exclude: [] },
    wishedAt: null,
    ...change,
  },
});

export const aCampaign = (change: Partial<StoredCampaign> = {}): StoredCampaign => ({
  id: 'campaign-1',
  defaultLocale: 'en',
  locales: [aLocale()],
  ...change,
});

const TABLE = 'host_campaigns';

/** Campaigns in a table of the host's, written and locked as a real one is. */
export interface CampaignTable extends CampaignReader {
  /** In the transaction that is open around the caller, else in one of its own. */
  write(campaign: StoredCampaign): Promise<void>;
  remove(campaignId: string): Promise<void>;
}

export async function makeCampaignTable(db: Db): Promise<CampaignTable> {
  await db.within(async (k) =>
    db.schema(k).createTable(TABLE, (t) => {
      t.string('id', 64).notNullable();
      t.string('locale', 16).notNullable();
      t.string('default_locale', 16).notNullable();
      t.text('fields', 'longtext').notNullable();
      t.primary(['id', 'locale']);
    }),
  );
  const rows = (k: Knex, id: string): Knex.QueryBuilder => db.table(k, TABLE).where({ id });
  return {
    read: (id) => db.read(async (k) => campaignOf(id, await rows(k, id).select())),
    readLocked: (id) =>
      db.read(async (k) => campaignOf(id, await rows(k, id).forUpdate().select())),
    write: (campaign) =>
      db.within(async (k) => {
        const written = campaign.locales.map(({ locale, fields }) => ({
          id: campaign.id,
          locale,
          default_locale: campaign.defaultLocale,
          fields: JSON.stringify(fields),
        }));
        await db.table(k, TABLE).insert(written).onConflict(['id', 'locale']).merge(['fields']);
        const locales = campaign.locales.map(({ locale }) => locale);
        await rows(k, campaign.id).whereNotIn('locale', locales).delete();
      }),
    remove: (id) =>
      db.within(async (k) => {
        await rows(k, id).delete();
      }),
  };
}

function campaignOf(id: string, rows: readonly Record<string, string>[]): StoredCampaign | null {
  const [first] = rows;
  if (!first) return null;
  return {
    id,
    defaultLocale: String(first.default_locale),
    locales: rows.map(({ locale, fields }) => ({
      locale: String(locale),
      fields: JSON.parse(String(fields)),
    })),
  };
}
