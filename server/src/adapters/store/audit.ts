import { TABLES } from '../../names';
import type { AuditReader, AuditTrail } from '../../ports';
import type { Db } from './database';
import { numberOf, type Row } from './rows';

export function createAuditTrail(db: Db): AuditTrail & AuditReader {
  return {
    record: (entry) =>
      db.within(async (k) => {
        await db.table(k, TABLES.audit).insert({
          at: entry.at,
          person: entry.person,
          door: entry.door,
          act: entry.act,
          result: entry.result,
          subject_kind: entry.subject?.kind ?? null,
          subject_id: entry.subject?.id ?? null,
          ip: entry.ip ?? null,
          detail: JSON.stringify(entry.detail ?? {}),
        });
      }),
    countOf: ({ person, act, since }) =>
      db.read(async (k) => {
        const [row]: Row[] = await db
          .table(k, TABLES.audit)
          .where({ person, act, result: 'done' })
          .where('at', '>=', since)
          .count({ n: '*' });
        return numberOf(row?.n);
      }),
  };
}
