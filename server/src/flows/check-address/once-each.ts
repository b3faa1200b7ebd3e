/** So many that nobody fills the memory with them. */
const MOST = 10_000;

/**
 * Whether this is the first time for a key in so long. When there are too many keys all are forgotten:
 * rather said twice than never.
 */
export function createOnceEach(everyMs: number): (key: string, now: number) => boolean {
  const until = new Map<string, number>();
  return (key, now) => {
    if (now < (until.get(key) ?? -Infinity)) return false;
    if (until.size >= MOST) until.clear();
    until.set(key, now + everyMs);
    return true;
  };
}
