import type { Core } from '@strapi/types';
import { CAMPAIGN_TABLE } from '../../names';

/**
 * Strapi drops the table of a content type that is missing for one boot. What is named here stays, so
 * that turning the plugin off loses no campaign.
 */
export async function keepTables(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core' });
  const kept = await store.get({ key: 'persisted_tables' });
  const tables: unknown[] = Array.isArray(kept) ? kept : [];
  if (tables.some((table) => nameOf(table) === CAMPAIGN_TABLE)) return;
  const ours = { name: CAMPAIGN_TABLE, dependsOn: [] };
  await store.set({ key: 'persisted_tables', value: [...tables, ours] });
}

/** Strapi takes both shapes. */
const nameOf = (table: unknown): unknown =>
  typeof table === 'object' && table !== null && 'name' in table ? table.name : table;
