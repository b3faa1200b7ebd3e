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

/** Or because it had read what another has changed since. */
const GIVEN_UP = [
  // PostgreSQL: deadlock, serialization failure.
  ...['40P01', '40001'],
  // MariaDB from 11.6.2 on has the second, under `innodb_snapshot_isolation`.
  ...['ER_LOCK_DEADLOCK', 'ER_CHECKREAD'],
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'],
];

const isDeadlock = (trouble: unknown): boolean =>
  trouble instanceof Error && 'code' in trouble && GIVEN_UP.some((code) => code === trouble.code);
