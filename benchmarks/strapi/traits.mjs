import { addCrowd, crowdOf } from './crowd.mjs';

/** Every tenth is on the list of members as well. Places as a site gives them that maps these attributes first. */
export async function addTraits(db, { count }) {
  const crowd = crowdOf(db, { count });
  const run = (sql) => db.connection.raw(sql);
  await addCrowd(db, { count });
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
  if (db.dialect.client === 'postgres') await run('analyze');
}

async function columnsOf(db, names) {
  const slots = await db.connection('countersign_trait_slots').select('name', 'kind', 'place');
  return names.map((wanted) => {
    const { kind, place } = slots.find(({ name }) => name === wanted);
    return `${kind}_${place}`;
  });
}
