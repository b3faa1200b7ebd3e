/**
 * The one way to write a value as JSON: keys in code-unit order, no spaces, absent and undefined
 * properties alike left out. Two values that mean the same give the same text, and the text comes back
 * from every database as it was: a lone surrogate is written as an escape.
 *
 * @throws TypeError for what JSON cannot say (undefined in a list, NaN, functions): such a value must
 *         never reach an edition.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return `{${members(value).join(',')}}`;
  throw new TypeError(`canonical JSON holds no ${String(value)}`);
}

const members = (value: object): string[] =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
