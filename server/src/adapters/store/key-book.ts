import { TABLES } from '../../names';
import type { Db } from './database';

export type KeyCheck = 'known' | 'first' | 'wrong-secret';

/**
 * Compares the verifier of the configured secret with the one the database remembers. A wrong secret
 * is refused, never silently replaced: every sealed address and every suppression hangs on it.
 */
export async function checkKey(
  db: Db,
  key: { id: string; verifier: string },
  now: number,
): Promise<KeyCheck> {
  return db.within(async (k) => {
    const inserted = { id: key.id, verifier: key.verifier, created_at: now };
    const row = await db.table(k, TABLES.keys).where({ id: key.id }).first('verifier');
    if (row) return row.verifier === key.verifier ? 'known' : 'wrong-secret';
    await db.table(k, TABLES.keys).insert(inserted).onConflict('id').ignore();
    return 'first';
  });
}
