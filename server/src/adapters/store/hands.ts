import type { Knex } from 'knex';
import type { Hand } from '../../domain/editions/edition';
import { TABLES } from '../../names';
import type { HandStore } from '../../ports';
import type { Db } from './database';
import { freezeParts, handsThroughParts } from './hands/parts';
import { numberOf, textOf, type Row } from './rows';

export function createHandStore(db: Db): HandStore {
  const hands = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.hands);
  const peopleOf = async (k: Knex, campaignId: string): Promise<Row[]> =>
    hands(k).where({ campaign_id: campaignId }).orderBy(['first_at', 'person']).select();
  const handsOf = async (k: Knex, campaignId: string): Promise<Hand[]> =>
    (await peopleOf(k, campaignId)).map((row) => ({
      campaignId,
      person: textOf(row.person),
      lastAt: numberOf(row.last_at),
    }));

  return {
    record: (campaignId, person, at) =>
      db.within(async (k) => {
        await hands(k)
          .insert({ campaign_id: campaignId, person, first_at: at, last_at: at })
          .onConflict(['campaign_id', 'person'])
          .merge({ last_at: at });
      }),
    inherit: (fromCampaignId, toCampaignId, at) =>
      db.within(async (k) => {
        const inherited = (await peopleOf(k, fromCampaignId)).map(({ person }) => ({
          campaign_id: toCampaignId,
          person,
          first_at: at,
          last_at: at,
        }));
        if (inherited.length === 0) return;
        await hands(k).insert(inherited).onConflict(['campaign_id', 'person']).ignore();
      }),
    touchedBy: (person) => db.read((k) => hands(k).where({ person }).pluck('campaign_id')),
    of: (campaignId) => db.read((k) => handsOf(k, campaignId)),
    changed: (parts, person, at) =>
      db.within(async (k) => {
        const rows = parts.map((part) => ({ part, person, at }));
        if (rows.length > 0) await db.table(k, TABLES.partChanges).insert(rows);
      }),
    freeze: (editionId, parts) => db.within((k) => freezeParts(k, db, { editionId, parts })),
    in: (edition) =>
      db.read(async (k) => {
        const own = await handsOf(k, edition.campaignId);
        const others = await handsThroughParts(k, db, edition);
        const isAlready = (person: string) => own.some((hand) => hand.person === person);
        return [...own, ...others.filter(({ person }) => !isAlready(person))];
      }),
  };
}
