import { findNeedles } from './needles.mjs';

/** The host's own table of users: the one place where addresses belong. */
const USERS = 'up_users';

/** Every column of every table but the users' own; each place where an address was found. */
export async function databaseChecks({ database, needles }) {
  const tables = await database.tables();
  const own = tables.filter(({ table }) => table.startsWith('countersign_'));
  const found = tables
    .filter(({ table }) => table !== USERS)
    .flatMap(({ table, rows }) => findInTable(needles, table, rows));
  const users = findInTable(
    needles,
    USERS,
    tables.find(({ table }) => table === USERS)?.rows ?? [],
  );
  return [
    [
      `${tables.length} tables, ${own.length} of them Countersign’s: no name and no address outside ${USERS}`,
      found,
    ],
    ['the search does find addresses where they belong', users.length > 0 ? [] : ['none found']],
  ];
}

function findInTable(needles, table, rows) {
  const columns = Object.keys(rows[0] ?? {});
  return columns.flatMap((column) => {
    const text = rows.map((row) => asText(row[column])).join('\n');
    return findNeedles(needles, text).map((needle) => `${table}.${column}: ${needle}`);
  });
}

/** Bytes as letters one by one, so that what is text in a blob is found too. */
export function asText(value) {
  if (value === null || value === undefined) return '';
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
