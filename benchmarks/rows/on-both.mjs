/** The lines of one row on SQLite, then on PostgreSQL. */
export async function onBoth(on) {
  const rows = [];
  for (const kind of ['sqlite', 'postgres']) rows.push(...(await on(kind)));
  return rows;
}
