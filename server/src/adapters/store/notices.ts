import { TABLES } from '../../names';
import type { Noticed, NoticeLedger } from '../../ports';
import type { Db } from './database';
import type { Row } from './rows';
import { isUniqueViolation } from './unique-violation';

export const createNoticeLedger = (db: Db): NoticeLedger => ({
  told: (notice) =>
    db.read(async (k) => {
      const row: Row | undefined = await db.table(k, TABLES.notices).where(keyOf(notice)).first();
      return row !== undefined;
    }),
  claim: async (notice, at) => {
    try {
      await db.within(async (k) => {
        await db.table(k, TABLES.notices).insert({ ...keyOf(notice), at });
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
});

const keyOf = ({ editionId, occasion, person }: Noticed): Row => ({
  edition_id: editionId,
  occasion,
  person,
});
