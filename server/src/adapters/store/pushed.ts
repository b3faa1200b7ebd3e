import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { PushedPerson, PushedStore } from '../../ports';
import type { Db } from './database';
import { inChunks, maybeNumber, maybeText, type Row, textOf } from './rows';

const SAID = ['address_hash', 'sealed', 'locale', 'consent_at', 'updated_at'];

export function createPushedStore(db: Db): PushedStore {
  const pushed = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.pushed);
  const requests = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.pushRequests);

  return {
    remember: ({ id, sourceId, key, bodyHash, at, forgetBefore }) =>
      db.within(async (k) => {
        const named = { source_id: sourceId, idempotency_key: key };
        await requests(k).where({ source_id: sourceId }).where('at', '<', forgetBefore).delete();
        await requests(k)
          .insert({ id, ...named, body_hash: bodyHash, at })
          .onConflict(['source_id', 'idempotency_key'])
          .ignore();
        const row = await requests(k).where(named).first<Row>('id', 'body_hash');
        return textOf(row?.id) === id ? null : { bodyHash: textOf(row?.body_hash) };
      }),
    put: (people, at) =>
      db.within(async (k) => {
        for (const some of inChunks(people)) {
          await pushed(k)
            .insert(some.map((person) => rowOf(person, at)))
            .onConflict(['source_id', 'external_id'])
            .merge(SAID);
        }
      }),
    remove: (sourceId, externalIds) =>
      db.within(async (k) => {
        for (const some of inChunks(externalIds)) {
          await pushed(k).where({ source_id: sourceId }).whereIn('external_id', some).delete();
        }
      }),
    read: (sourceId, after, limit) =>
      db.read(async (k) => {
        const rows = pushed(k).where({ source_id: sourceId }).orderBy('external_id').limit(limit);
        if (after !== null) void rows.where('external_id', '>', after);
        return (await rows.select<Row[]>()).map(personOf);
      }),
    readSome: (sourceId, externalIds) =>
      db.read(async (k) => {
        const found: PushedPerson[] = [];
        for (const some of inChunks(externalIds)) {
          const rows = pushed(k).where({ source_id: sourceId }).whereIn('external_id', some);
          found.push(...(await rows.select<Row[]>()).map(personOf));
        }
        return found;
      }),
    count: (sourceId) =>
      db.read(async (k) => {
        const [row]: Row[] = await pushed(k).where({ source_id: sourceId }).count({ n: '*' });
        return Number(row?.n ?? 0);
      }),
    erase: (addressHash) =>
      db.within(async (k) => void (await pushed(k).where({ address_hash: addressHash }).delete())),
  };
}

const rowOf = (person: PushedPerson, at: number): Row => ({
  source_id: person.sourceId,
  external_id: person.externalId,
  address_hash: person.addressHash,
  sealed: person.sealed,
  locale: person.locale,
  consent_at: person.consentAt,
  updated_at: at,
});

const personOf = (row: Row): PushedPerson => ({
  sourceId: textOf(row.source_id),
  externalId: textOf(row.external_id),
  addressHash: maybeText(row.address_hash),
  sealed: textOf(row.sealed),
  locale: maybeText(row.locale),
  consentAt: maybeNumber(row.consent_at),
});
