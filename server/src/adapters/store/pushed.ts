import type { Knex } from 'knex';
import type { AttributeValues } from '../../domain/segments/attributes';
import { TABLES } from '../../names';
import type { PushedPerson, PushedStore, Said } from '../../ports';
import { insertMany, whereAmong } from './bulk';
import type { Db } from './database';
import { inChunks, maybeNumber, maybeText, numberOf, type Row, textOf } from './rows';

const CONFLICT = {
  on: ['source_id', 'external_id'],
  merge: [
    ...['address_hash', 'sealed', 'locale', 'consent_at', 'attributes'],
    ...['said_at', 'withdrawn_at', 'updated_at'],
  ],
};

export function createPushedStore(db: Db): PushedStore {
  const pushed = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.pushed);
  const requests = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.pushRequests);
  const there = (k: Knex, sourceId: string): Knex.QueryBuilder =>
    pushed(k).where({ source_id: sourceId }).whereNull('withdrawn_at');
  const write = (rows: readonly Row[]): Promise<void> =>
    db.within(async (k) => {
      await insertMany(db, k, TABLES.pushed, rows, CONFLICT);
    });

  return {
    remember: ({ id, sourceId, key, bodyHash, at, forgetBefore }) =>
      db.within(async (k) => {
        const named = { source_id: sourceId, idempotency_key: key };
        await requests(k).where({ source_id: sourceId }).where('at', '<', forgetBefore).delete();
        await pushed(k).where('withdrawn_at', '<', forgetBefore).delete();
        await requests(k)
          .insert({ id, ...named, body_hash: bodyHash, at })
          .onConflict(['source_id', 'idempotency_key'])
          .ignore();
        const row = await requests(k).where(named).first<Row>('id', 'body_hash');
        return textOf(row?.id) === id ? null : { bodyHash: textOf(row?.body_hash) };
      }),
    saidOf: (sourceId, externalIds) =>
      db.within(async (k) => {
        const found = new Map<string, number>();
        for (const some of inChunks(externalIds)) {
          const all = pushed(k).where({ source_id: sourceId });
          const rows: Row[] = await whereAmong(db, all, 'external_id', some).select(
            'external_id',
            'said_at',
          );
          for (const row of rows) found.set(textOf(row.external_id), numberOf(row.said_at ?? 0));
        }
        return found;
      }),
    put: (people, said) => write(people.map((person) => rowOf(person, said))),
    withdraw: (sourceId, externalIds, said) =>
      write(
        externalIds.map((externalId) => ({
          ...rowOf({ ...NOBODY, sourceId, externalId }, said),
          withdrawn_at: said.at,
        })),
      ),
    remove: (keys) =>
      db.within(async (k) => {
        for (const { sourceId, externalId } of keys) {
          await pushed(k).where({ source_id: sourceId, external_id: externalId }).delete();
        }
      }),
    read: (sourceId, after, limit) =>
      db.read(async (k) => {
        const rows = there(k, sourceId).orderBy('external_id').limit(limit);
        if (after !== null) void rows.where('external_id', '>', after);
        return (await rows.select<Row[]>()).map(personOf);
      }),
    readSome: (sourceId, externalIds) =>
      db.read(async (k) => {
        const found: PushedPerson[] = [];
        for (const some of inChunks(externalIds)) {
          const rows: Row[] = await whereAmong(
            db,
            there(k, sourceId),
            'external_id',
            some,
          ).select();
          found.push(...rows.map(personOf));
        }
        return found;
      }),
    count: (sourceId) =>
      db.read(async (k) => {
        const [row]: Row[] = await there(k, sourceId).count({ n: '*' });
        return Number(row?.n ?? 0);
      }),
    erase: (addressHash) =>
      db.within(async (k) => void (await pushed(k).where({ address_hash: addressHash }).delete())),
  };
}

const NOBODY = { addressHash: null, sealed: null, locale: null, consentAt: null, attributes: {} };

/** The column takes no null, and no seal is empty. */
const UNSEALED = '';

const rowOf = (person: PushedPerson, { asOf, at }: Said): Row => ({
  source_id: person.sourceId,
  external_id: person.externalId,
  address_hash: person.addressHash,
  sealed: person.sealed ?? UNSEALED,
  locale: person.locale,
  consent_at: person.consentAt,
  said_at: asOf,
  withdrawn_at: null,
  attributes: JSON.stringify(person.attributes),
  updated_at: at,
});

const personOf = (row: Row): PushedPerson => ({
  sourceId: textOf(row.source_id),
  externalId: textOf(row.external_id),
  addressHash: maybeText(row.address_hash),
  sealed: row.sealed === UNSEALED ? null : textOf(row.sealed),
  locale: maybeText(row.locale),
  consentAt: maybeNumber(row.consent_at),
  attributes: readAttributes(maybeText(row.attributes)),
});

const readAttributes = (json: string | null): AttributeValues =>
  json === null ? {} : (JSON.parse(json) as AttributeValues);
