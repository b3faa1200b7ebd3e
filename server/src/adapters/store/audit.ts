import { TABLES } from '../../names';
import type { AuditTrail } from '../../ports';
import type { Db } from './database';

export function createAuditTrail(db: Db): AuditTrail {
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
  };
}
