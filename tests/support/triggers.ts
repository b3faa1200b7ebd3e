import { TRIGGERS } from '../../server/src/adapters/store/audit/trigger-texts';
import type { Db } from '../../server/src/adapters/store/database';
import { TABLES } from '../../server/src/names';

/** As somebody could who may change tables: the trail can be written to and emptied from then on. */
export async function dropTriggers(db: Db): Promise<void> {
  for (const { name } of TRIGGERS[db.dialect]) {
    const table = name.startsWith(TABLES.auditSeals) ? TABLES.auditSeals : TABLES.audit;
    const on = db.dialect === 'postgres' ? ` on ${db.name(table)}` : '';
    await db.read((k) => k.raw(`drop trigger if exists ${name}${on}`));
  }
}
