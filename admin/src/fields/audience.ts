export interface AudienceValue {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Only those in one of these; empty: everybody. */
  readonly segments: readonly string[];
}

/** What is stored, whoever wrote it. Anything that is no id is dropped. */
export function readAudience(stored: unknown): AudienceValue {
  const { include, exclude, segments } = membersOf(parsed(stored));
  return { include: idsIn(include), exclude: idsIn(exclude), segments: idsIn(segments) };
}

/**
 * Choosing nobody is the same as an empty field. A list cannot be chosen and left out at once, and
 * without a segment nothing is said of segments.
 */
export function writeAudience({ include, exclude, segments }: AudienceValue) {
  const left = exclude.filter((id) => !include.includes(id));
  if (include.length + left.length + segments.length === 0) return null;
  return { include, exclude: left, ...(segments.length > 0 ? { segments } : {}) };
}

/** The Content Manager may hold JSON as text. */
export function parsed(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
