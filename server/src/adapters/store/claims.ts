import type { Knex } from 'knex';
import type { ClaimKey, PersonClaim } from '../../domain/subscribers/claim';
import { TABLES } from '../../names';
import type { ClaimStore } from '../../ports';
import { insertMany, whereAmong } from './bulk';
import { claimsNamed } from './claims/named';
import { claimsOn, countLeftOut, leftOutOf } from './claims/read';
import { suppressClaims } from './claims/suppress';
import { isNamedBeside, unclaimedAmong, unlinkBare } from './claims/unclaimed';
import { countLeaving, missedIn } from './claims/missed';
import { scanStretch } from './claims/scan';
import type { Db } from './database';
import { inChunks, type Row, rowId, rowIds, textOf } from './rows';

/** Not the suppression: an unsubscribe that comes between reading and writing must not be undone. */
const WRITTEN = [
  'subscriber_id',
  'label',
  'row_hash',
  'left_out',
  'holds',
  'attributes',
  'gone_at',
  'missed_in_run',
  'updated_at',
];

export function createClaimStore(db: Db): ClaimStore {
  const claims = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.claims);
  /** Chunk by chunk, the claims of these people of one source. */
  const each = (
    sourceId: string,
    externalIds: readonly string[],
    work: (rows: Knex.QueryBuilder) => Promise<unknown>,
  ): Promise<void> =>
    db.within(async (k) => {
      for (const some of inChunks(externalIds)) {
        await work(whereAmong(db, claims(k).where({ source_id: sourceId }), 'external_id', some));
      }
    });

  return {
    of: (sourceId, externalIds) => db.within((k) => claimsNamed(db, k, { sourceId, externalIds })),
    onSubscribers: (ids) => db.within((k) => claimsOn(db, k, ids)),
    standing: (ids, named) =>
      db.within(async (k) => {
        const found = await claimsOn(db, k, ids, { holds: true });
        for (const [sourceId, externalIds] of bySource(named)) {
          found.push(...(await claimsNamed(db, k, { sourceId, externalIds, isLatest: true })));
        }
        return found;
      }),
    unclaimed: (ids) => db.within((k) => unclaimedAmong(db, k, ids)),
    unlinkBare: (ids) => db.within((k) => unlinkBare(db, k, ids)),
    isNamedBeside: (id, externalIds) =>
      db.within((k) => isNamedBeside(db, k, { subscriberId: id, externalIds })),
    put: (changed, at) =>
      db.within(async (k) => {
        await insertMany(
          db,
          k,
          TABLES.claims,
          changed.map((claim) => rowOf(claim, at)),
          { on: ['source_id', 'external_id'], merge: WRITTEN },
        );
      }),
    remove: async (keys) => {
      for (const [sourceId, externalIds] of bySource(keys)) {
        await each(sourceId, externalIds, (rows) => rows.delete());
      }
    },
    suppress: (ids, { because, at, only }) =>
      db.within(async (k) => {
        for (const some of inChunks(rowIds(ids))) {
          const rows = claims(k).whereIn('subscriber_id', some);
          if (only) void rows.whereIn('source_id', only.sourceIds);
          await suppressClaims(k, rows, { because, at, only });
        }
      }),
    erase: (ids, at) =>
      db.within(async (k) => {
        const rows = claims(k).whereIn('subscriber_id', rowIds(ids));
        const labels = await rows.clone().whereNotNull('label').update({ label: null });
        await rows.clone().whereNotNull('attributes').update({ attributes: null });
        await rows.clone().whereNull('suppressed_at').update({ suppressed_at: at });
        const forGood = { suppressed_because: 'erased', suppressed_list: null };
        await rows.update({ ...forGood, updated_at: at });
        return labels;
      }),
    unsuppress: (ids, at, only) =>
      db.within(async (k) => {
        const found: ClaimKey[] = [];
        for (const some of inChunks(rowIds(ids))) {
          const rows = claims(k).whereIn('subscriber_id', some);
          if (only) void rows.whereIn('source_id', only.sourceIds);
          if (only) void rows.where('suppressed_because', only.because);
          const suppressed: Row[] = await rows.clone().select('source_id', 'external_id');
          const none = { suppressed_at: null, suppressed_because: null, suppressed_list: null };
          await rows.update({ ...none, updated_at: at });
          found.push(...suppressed.map(keyOf));
        }
        return found;
      }),
    scan: (sourceId, stretch, runId) =>
      db.within((k) => scanStretch(db, k, { ...stretch, sourceId, runId })),
    markLeaving: (sourceId, externalIds, runId) =>
      each(sourceId, externalIds, (rows) => rows.update({ missed_in_run: runId })),
    missed: (run, limit) => db.read((k) => missedIn(claims(k), run, limit)),
    countLeaving: (run) => db.read((k) => countLeaving(() => claims(k), run)),
    unmark: (sourceId, externalIds) =>
      each(sourceId, externalIds, (rows) => rows.update({ missed_in_run: null })),
    leftOut: (query) => db.read((k) => leftOutOf(db, k, query)),
    countLeftOut: (sourceIds) => db.read((k) => countLeftOut(db, k, sourceIds)),
  };
}

const keyOf = (row: Row): ClaimKey => ({
  sourceId: textOf(row.source_id),
  externalId: textOf(row.external_id),
});

function bySource(keys: readonly ClaimKey[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const { sourceId, externalId } of keys) {
    const externalIds = sources.get(sourceId) ?? [];
    sources.set(sourceId, externalIds);
    externalIds.push(externalId);
  }
  return sources;
}

const rowOf = (claim: PersonClaim, at: number): Row => ({
  source_id: claim.sourceId,
  external_id: claim.externalId,
  subscriber_id: claim.subscriberId === null ? null : rowId(claim.subscriberId),
  label: claim.label,
  row_hash: claim.rowHash,
  left_out: claim.leftOut,
  holds: claim.holds,
  attributes: claim.attributes ? JSON.stringify(claim.attributes) : null,
  suppressed_at: claim.suppressedAt,
  suppressed_because: claim.suppressedBecause,
  gone_at: claim.goneAt,
  missed_in_run: null,
  updated_at: at,
});
