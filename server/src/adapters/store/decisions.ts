import type { Decision } from '../../domain/editions/edition';
import { TABLES } from '../../names';
import type { DecisionStore } from '../../ports';
import type { Db } from './database';
import { maybeNumber, maybeText, maybeWords, numberOf, textOf, type Row } from './rows';

export function createDecisionStore(db: Db): DecisionStore {
  return {
    insert: (decision) =>
      db.within(async (k) => {
        await db.table(k, TABLES.decisions).insert(rowOf(decision));
      }),
    lastBy: (person, { campaignId, before }) =>
      db.read(async (k) => {
        const row: Row | undefined = await db
          .table(k, `${TABLES.editions} as e`)
          .join(`${TABLES.decisions} as d`, 'd.edition_id', 'e.id')
          .where({ 'e.campaign_id': campaignId, 'd.person': person })
          .where('e.id', '<', before)
          .orderBy('e.id', 'desc')
          .first('e.id');
        return row ? textOf(row.id) : null;
      }),
    since: (time) =>
      db.read(async (k) => {
        const rows: Row[] = await db
          .table(k, TABLES.decisions)
          .where('decided_at', '>=', time)
          .orderBy(['decided_at', 'id'])
          .select();
        return rows.map(decisionOf);
      }),
    of: (editionId) =>
      db.read(async (k) => {
        const rows: Row[] = await db
          .table(k, TABLES.decisions)
          .where({ edition_id: editionId })
          .orderBy('id')
          .select();
        return rows.map(decisionOf);
      }),
  };
}

const rowOf = (decision: Decision): Row => ({
  id: decision.id,
  edition_id: decision.editionId,
  person: decision.person,
  kind: decision.kind,
  reason: decision.reason,
  decided_at: decision.decidedAt,
  not_before: decision.notBefore,
  not_after: decision.notAfter,
  readers_shown: decision.readersShown,
  roles: decision.roles && JSON.stringify(decision.roles),
  seal: decision.seal,
});

const decisionOf = (row: Row): Decision => ({
  id: textOf(row.id),
  editionId: textOf(row.edition_id),
  person: textOf(row.person),
  // Whatever is not an approval can only say no.
  kind: row.kind === 'approve' ? 'approve' : 'send-back',
  reason: maybeText(row.reason),
  decidedAt: numberOf(row.decided_at),
  notBefore: maybeNumber(row.not_before),
  notAfter: maybeNumber(row.not_after),
  readersShown: maybeNumber(row.readers_shown),
  roles: maybeWords(row.roles),
  seal: maybeText(row.seal),
});
