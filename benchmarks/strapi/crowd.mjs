/** Readers who can be counted and frozen, not written to: a million in seconds, in the database's own words. */
const NUMBERS = {
  sqlite: (from, to) =>
    `(with recursive crowd(n) as (select ${from + 1} union all select n + 1 from crowd where n < ${to}) select n from crowd) as crowd`,
  postgres: (from, to) => `generate_series(${from + 1}, ${to}) as crowd(n)`,
};
const HASH = {
  sqlite: 'lower(hex(randomblob(32)))',
  postgres: `md5(n::text) || md5('x' || n::text)`,
};

/** As what is selected from, with the number `n`. */
export const crowdOf = ({ dialect }, { from = 0, count }) =>
  NUMBERS[dialect.client](from, from + count);

/** All on the list of the newsletter. */
export async function addCrowd(db, asked) {
  const crowd = crowdOf(db, asked);
  await db.connection.raw(
    `insert into countersign_subscribers (id, address_hash, key_id, sealed, domain, label, locale, status, created_at, updated_at)
     select n, ${HASH[db.dialect.client]}, 'k1', 'k1.none', 'example.com', 'r•••@e•••.com', 'en', 'active', 0, 0 from ${crowd}`,
  );
  await db.connection.raw(
    `insert into countersign_memberships (list_id, subscriber_id, is_on, since) select 'newsletter', n, true, n from ${crowd}`,
  );
}
