import type { AuditSeal } from './chain';

/**
 * The newest seal as it is known outside of the database: whoever shortens the trail, or puts an older
 * database in place, cannot change it there.
 */
export interface HighWaterMark extends Pick<AuditSeal, 'seq' | 'seal'> {
  readonly databaseId: string;
}

/**
 * How a database stands to a mark. `older`: it holds less than was known, as a restored backup does.
 * `other`: it has had another history since, or is another database.
 */
export type Standing = 'in-step' | 'older' | 'other';

/**
 * @param head   the newest seal of the database
 * @param marked its seal at the mark's place
 */
export function standingOf(
  mark: HighWaterMark,
  now: {
    readonly databaseId: string;
    readonly head: AuditSeal | null;
    readonly marked: AuditSeal | null;
  },
): Standing {
  if (mark.databaseId !== now.databaseId) return 'other';
  if ((now.head?.seq ?? 0) < mark.seq) return 'older';
  return mark.seq === 0 || now.marked?.seal === mark.seal ? 'in-step' : 'other';
}

/** A mark as a file holds it; null if it is not one. */
export function readMark(text: string): HighWaterMark | null {
  const raw = parsed(text);
  if (typeof raw !== 'object' || raw === null) return null;
  if (!('seq' in raw) || !('seal' in raw) || !('databaseId' in raw)) return null;
  const { seq, seal, databaseId } = raw;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return null;
  if (typeof seal !== 'string' || typeof databaseId !== 'string') return null;
  return { databaseId, seq, seal };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
