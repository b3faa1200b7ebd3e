import type { Core } from '@strapi/strapi';

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, as a dump holds them. */
export async function dumpOf(strapi: Core.Strapi): Promise<ReadonlyMap<string, readonly Row[]>> {
  const names = await strapi.db.dialect.schemaInspector.getTables();
  const dump = new Map<string, readonly Row[]>();
  for (const name of names) dump.set(name, await rowsOf(strapi, name));
  return dump;
}

export async function rowsOf(strapi: Core.Strapi, table: string): Promise<readonly Row[]> {
  const rows: readonly Row[] = await strapi.db.getConnection(table).select('*');
  return rows;
}

/** All that can be read in a row, bytes as the letters they are. */
export const textOf = (row: Row): string =>
  JSON.stringify(Object.values(row), (_key, value: unknown) =>
    isBytes(value) ? Buffer.from(value.data).toString('latin1') : value,
  );

/** What JSON makes of a buffer. */
const isBytes = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value &&
  Array.isArray(value.data);
