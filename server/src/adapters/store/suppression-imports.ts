import type { Knex } from 'knex';
import {
  IMPORT_REASONS,
  IMPORT_STATES,
  type SuppressionImport,
} from '../../domain/subscribers/suppression-import';
import { TABLES } from '../../names';
import type { ImportStore } from '../../ports';
import { insertMany, whereAmong } from './bulk';
import type { Db } from './database';
import { inChunks, maybeNumber, maybeText, numberOf, oneOf, textOf, type Row } from './rows';

export function createImportStore(db: Db): ImportStore {
  const imports = (k: Knex) => db.table(k, TABLES.suppressionImports);
  const held = (k: Knex, id: string) =>
    db.table(k, TABLES.importedAddresses).where({ import_id: id });

  return {
    insert: (one) =>
      db.within(async (k) => {
        await imports(k).insert(rowOf(one));
      }),
    find: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await imports(k).where({ id }).first();
        return row ? importOf(row) : null;
      }),
    list: ({ before, limit }) =>
      db.read(async (k) => {
        const query = imports(k).orderBy('id', 'desc').limit(limit);
        if (before !== undefined) void query.where('id', '<', before);
        const rows: Row[] = await query.select();
        return rows.map(importOf);
      }),
    add: (id, addresses, unreadable) =>
      db.within(async (k) => {
        const rows = addresses.map(({ addressHash, label }) => ({
          ...{ import_id: id, address_hash: addressHash, label },
        }));
        const conflict = { on: ['import_id', 'address_hash'], merge: [] };
        await insertMany(db, k, TABLES.importedAddresses, rows, conflict);
        const [counted] = await held(k, id).count({ n: '*' });
        await imports(k)
          .where({ id })
          .update({ addresses: numberOf(counted?.n) })
          .increment('unreadable', unreadable);
      }),
    countKnown: (id) =>
      db.read(async (k) => {
        const [row] = await db
          .table(k, `${TABLES.importedAddresses} as i`)
          .join(`${TABLES.suppressions} as x`, 'x.address_hash', 'i.address_hash')
          .where('i.import_id', id)
          .count({ n: '*' });
        return numberOf(row?.n);
      }),
    examples: (id, limit) =>
      db.read(async (k) => {
        const rows: Row[] = await held(k, id).orderBy('address_hash').limit(limit).select('label');
        return rows.map(({ label }) => textOf(label));
      }),
    // What it has to be stands in the statement itself: of two at once, one finds it changed.
    move: (id, { from, state, decidedBy, decidedAt, until, known }) =>
      db.within(async (k) => {
        const moved = await imports(k)
          .where({ id })
          .whereIn('state', [...from])
          .update({
            ...{ state, decided_by: decidedBy, decided_at: decidedAt, open_until: until },
            ...(known === undefined ? {} : { known }),
          });
        return moved === 1;
      }),
    next: (id, limit) =>
      db.read(async (k) => {
        const rows: Row[] = await held(k, id).orderBy('address_hash').limit(limit).select();
        return rows.map(({ address_hash: hash, label }) => ({
          addressHash: textOf(hash),
          label: textOf(label),
        }));
      }),
    drop: (id, hashes) =>
      db.within(async (k) => {
        for (const some of inChunks(hashes)) {
          await whereAmong(db, held(k, id), 'address_hash', some).delete();
        }
      }),
    dropAll: (id) =>
      db.within(async (k) => {
        await held(k, id).delete();
      }),
    underWay: () =>
      db.read(async (k) => {
        const rows: Row[] = await imports(k).where({ state: 'allowed' }).orderBy('id').select();
        return rows.map(importOf);
      }),
    dropExpired: (now) =>
      db.within(async (k) => {
        const over = imports(k)
          .whereIn('state', ['filling', 'asked'])
          .where('open_until', '<=', now)
          .select('id');
        await db.table(k, TABLES.importedAddresses).whereIn('import_id', over).delete();
      }),
  };
}

const rowOf = (one: SuppressionImport): Row => ({
  id: one.id,
  asked_by: one.askedBy,
  asked_at: one.askedAt,
  reason: one.reason,
  because: one.because,
  state: one.state,
  decided_by: one.decidedBy,
  decided_at: one.decidedAt,
  open_until: one.until,
  addresses: one.addresses,
  known: one.known,
  unreadable: one.unreadable,
});

const importOf = (row: Row): SuppressionImport => ({
  id: textOf(row.id),
  askedBy: textOf(row.asked_by),
  askedAt: numberOf(row.asked_at),
  reason: textOf(row.reason),
  because: oneOf(IMPORT_REASONS, row.because),
  state: oneOf(IMPORT_STATES, row.state),
  decidedBy: maybeText(row.decided_by),
  decidedAt: maybeNumber(row.decided_at),
  until: numberOf(row.open_until),
  addresses: numberOf(row.addresses),
  known: numberOf(row.known),
  unreadable: numberOf(row.unreadable),
});
