import { attributeComplaints } from './attributes';
import type { Config } from './config';
import { configSchema } from './schema';

/** Values at these places are never printed. */
const SECRET_KEYS = new Set([
  ...['secret', 'pass', 'accessToken', 'password', 'privateKey', 'key'],
  ...['url', 'redis', 'connection'],
]);

/**
 * Reads the site owner's configuration.
 *
 * @throws Error naming every complaint at once, each with place, value and expectation. What is
 * absent is no complaint: Strapi starts, and the admin says what is still to be set up.
 */
export function readConfig(raw: unknown): Config {
  const parsed = configSchema.safeParse(raw ?? {});
  const complaints = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => complaint(issue, raw))),
    ...(parsed.success ? [...sameIds(parsed.data), ...attributeComplaints(parsed.data)] : []),
  ];
  if (!parsed.success || complaints.length > 0) throw new Error(complaints.join('\n'));
  return parsed.data;
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function complaint(issue: Issue, raw: unknown): string {
  const place = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = (issue.keys ?? []).map((key) => placeOf([...issue.path, key])).join(', ');
    return `${names}: no such setting`;
  }
  return `${place} must be ${issue.message}, got ${shown(issue.path, raw)}`;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`,
    )
    .join('') || 'the configuration';

function shown(path: readonly PropertyKey[], raw: unknown): string {
  const value = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    raw,
  );
  if (value === undefined) return 'nothing';
  if (SECRET_KEYS.has(String(path.at(-1)))) return 'a value of another kind or length';
  return JSON.stringify(value, (key, inner: unknown) => (SECRET_KEYS.has(key) ? '…' : inner));
}

function sameIds(config: Config): string[] {
  return [
    ...repeated(
      'transports',
      config.transports.map(({ id }) => id),
    ),
    ...repeated(
      'sources and forms',
      [...config.sources, ...config.sqlSources, ...config.pushSources, ...config.forms].map(
        ({ id }) => id,
      ),
    ),
    ...repeated(
      'dkim keys',
      config.dkim.map(({ domain, selector }) => `${selector}._domainkey.${domain}`),
    ),
  ];
}

const repeated = (place: string, ids: readonly string[]): string[] =>
  ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => `${place} must have an id each of its own, got ${JSON.stringify(id)} twice`);
