/** Readers with attributes, by the database's own words: a million in seconds, on SQLite and PostgreSQL. */
const NUMBERS = {
  sqlite: (count) =>
    `(with recursive crowd(n) as (select 1 union all select n + 1 from crowd where n < ${count}) select n from crowd) as crowd`,
  postgres: (count) => `generate_series(1, ${count}) as crowd(n)`,
};
const HASH = {
  sqlite: 'lower(hex(randomblob(32)))',
  postgres: `md5(n::text) || md5('x' || n::text)`,
};
const LIST = `select 'newsletter', n, true, n from`;

/** Every tenth is on the list of members as well. Places as a site gives them that maps these attributes first. */
export async function addTraits(db, { count }) {
  const { client } = db.dialect;
  const crowd = NUMBERS[client](count);
  const run = (sql) => db.connection.raw(sql);
  await run(
    `insert into countersign_subscribers (id, address_hash, key_id, sealed, domain, label, locale, status, created_at, updated_at)
     select n, ${HASH[client]}, 'k1', 'k1.none', 'example.com', 'r•••@e•••.com', 'en', 'active', 0, 0 from ${crowd}`,
  );
  await run(
    `insert into countersign_memberships (list_id, subscriber_id, is_on, since) ${LIST} ${crowd}`,
  );
  await run(
    `insert into countersign_memberships (list_id, subscriber_id, is_on, since)
     select 'members', n, true, n from ${crowd} where n % 10 = 0`,
  );
  const [plan, city, vip, joined] = await columnsOf(db, ['plan', 'city', 'vip', 'joined']);
  await run(
    `insert into countersign_traits (subscriber_id, locale, ${plan}, ${city}, ${vip}, ${joined})
     select n, case when n % 3 = 0 then 'ja-jp' else 'en' end,
       case n % 4 when 0 then 'gold' when 1 then 'silver' when 2 then 'free' end,
       case n % 5 when 0 then 'kyoto' when 1 then 'osaka' when 2 then 'tokyo' else 'nara' end,
       n % 2 = 0, 1700000000000 + n * 1000 from ${crowd}`,
  );
  if (client === 'postgres') await run('analyze');
}

async function columnsOf(db, names) {
  const slots = await db.connection('countersign_trait_slots').select('name', 'kind', 'place');
  return names.map((wanted) => {
    const { kind, place } = slots.find(({ name }) => name === wanted);
    return `${kind}_${place}`;
  });
}
