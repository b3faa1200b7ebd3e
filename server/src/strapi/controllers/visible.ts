interface Looking<Row> {
  /** A page of all there are, beginning after the row with this id. */
  page(before: string | undefined): Promise<readonly Row[]>;
  /** Those of these campaigns that the caller may see. */
  permitted(campaigns: readonly string[]): Promise<ReadonlySet<string>>;
  campaignOf(row: Row): string;
}

/** So many pages are looked through for one that is shown; the next request goes on from there. */
const PAGES = 20;

/** A page of what the caller may see, filled up with what comes after rows that are hidden from them. */
export async function visiblePage<Row extends { readonly id: string }>(
  { before, limit }: { readonly before?: string; readonly limit: number },
  { page, permitted, campaignOf }: Looking<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
  const rows: Row[] = [];
  let last = before;
  for (let looked = 0; looked < PAGES; looked += 1) {
    const found = await page(last);
    const seen = await permitted(found.map(campaignOf));
    for (const row of found) {
      last = row.id;
      if (seen.has(campaignOf(row))) rows.push(row);
      if (rows.length === limit) return { rows, next: last };
    }
    if (found.length < limit) return { rows, next: null };
  }
  return { rows, next: last ?? null };
}
