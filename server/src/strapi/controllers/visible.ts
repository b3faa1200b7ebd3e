interface Looking<Row> {
  /** A page of all there are, beginning after the row with this id. */
  page(last: string | undefined): Promise<readonly Row[]>;
  /** Those of these that the caller may see. */
  permitted(rows: readonly Row[]): Promise<readonly Row[]>;
}

/** So many pages are looked through for one that is shown; the next request goes on from there. */
const PAGES = 20;

/** A page of what the caller may see, filled up with what comes after rows that are hidden from them. */
export async function visiblePage<Row extends { readonly id: string }>(
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
  { page, permitted }: Looking<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
  const rows: Row[] = [];
  let last = before;
  for (let looked = 0; looked < PAGES; looked += 1) {
    const found = await page(last);
    const seen = new Set(await permitted(found));
    for (const row of found) {
      last = row.id;
      if (seen.has(row)) rows.push(row);
      if (rows.length === limit) return { rows, next: last };
    }
    if (found.length < limit) return { rows, next: null };
  }
  return { rows, next: last ?? null };
}
