const TRIES = 4;

/** Runs a whole transaction, and again from its beginning where the database gave it up to end a deadlock. */
export async function againAfterDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (trouble) {
      if (tries >= TRIES || !isDeadlock(trouble)) throw trouble;
    }
  }
}

/** PostgreSQL: deadlock, serialization failure. MySQL, SQLite: by name. */
const DEADLOCKS = ['40P01', '40001', 'ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'];

const isDeadlock = (trouble: unknown): boolean =>
  trouble instanceof Error && 'code' in trouble && DEADLOCKS.some((code) => code === trouble.code);
