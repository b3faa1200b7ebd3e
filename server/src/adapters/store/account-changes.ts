import { ACCOUNT_CHANGES } from '../../domain/access/account';
import { TABLES } from '../../names';
import type { AccountBook } from '../../ports';
import type { Db } from './database';
import { numberOf, oneOf, textOf, type Row } from './rows';

export function createAccountBook(db: Db): AccountBook {
  return {
    record: (changes) =>
      db.within(async (k) => {
        const rows = changes.map(({ account, kind, by, at }) => ({
          account,
          kind,
          person: by,
          at,
        }));
        if (rows.length > 0) await db.table(k, TABLES.accountChanges).insert(rows);
      }),
    since: (time) =>
      db.read(async (k) => {
        const rows: Row[] = await db
          .table(k, TABLES.accountChanges)
          .where('at', '>=', time)
          .orderBy(['at', 'id'])
          .select();
        return rows.map((row) => ({
          account: textOf(row.account),
          kind: oneOf(ACCOUNT_CHANGES, row.kind),
          by: textOf(row.person),
          at: numberOf(row.at),
        }));
      }),
  };
}
