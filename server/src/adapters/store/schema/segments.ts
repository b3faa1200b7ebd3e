import { ATTRIBUTES_OF_A_KIND } from '../../../domain/segments/rule';
import { TABLES } from '../../../names';
import { column, table, type Step } from './step';

const places = Array.from({ length: ATTRIBUTES_OF_A_KIND }, (_, at) => at + 1);

/** What segments ask, beside the readers they ask it of; decision 0009 says why in columns. */
export const SEGMENTS: readonly Step[] = [
  column(TABLES.claims, 'attributes', (c) => c.long('attributes')),
  table(TABLES.traitSlots, (c, t) => {
    c.exact('name', 32).primary();
    t.string('kind', 8).notNullable();
    c.count('place').notNullable();
    t.unique(['kind', 'place'], { indexName: 'countersign_trait_slots_place' });
  }),
  table(TABLES.traits, (c, t) => {
    t.bigInteger('subscriber_id').primary();
    // Small, with `-` between its parts.
    c.exact('locale', 16);
    for (const place of places) c.bytewise(`text_${place}`, 200);
    for (const place of places) t.double(`number_${place}`);
    for (const place of places) c.flag(`flag_${place}`);
    for (const place of places) c.time(`date_${place}`);
  }),
  {
    name: 'traits of who is on a list already',
    run: async (k, db) => {
      await k.raw(
        `insert into ${db.name(TABLES.traits)} (subscriber_id, locale)
         select s.id, lower(replace(s.locale, '_', '-')) from ${db.name(TABLES.subscribers)} s
         where exists (select 1 from ${db.name(TABLES.memberships)} m
                       where m.subscriber_id = s.id and m.is_on)
         and not exists (select 1 from ${db.name(TABLES.traits)} t where t.subscriber_id = s.id)`,
      );
    },
  },
  table(TABLES.segments, (c, t) => {
    c.id().primary();
    c.exact('name_key', 100).notNullable().unique();
    t.string('name', 100).notNullable();
    c.long('rule').notNullable();
    c.time('changed_at').notNullable();
  }),
];
