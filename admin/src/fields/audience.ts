export interface AudienceValue {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What is stored, whoever wrote it. Anything that is no id of a list is dropped. */
export function readAudience(stored: unknown): AudienceValue {
  const { include, exclude } = membersOf(parsed(stored));
  return { include: idsIn(include), exclude: idsIn(exclude) };
}

/** Choosing nobody is the same as an empty field. A list cannot be chosen and left out at once. */
export function writeAudience({ include, exclude }: AudienceValue): AudienceValue | null {
  const left = exclude.filter((id) => !include.includes(id));
  return include.length + left.length === 0 ? null : { include, exclude: left };
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
