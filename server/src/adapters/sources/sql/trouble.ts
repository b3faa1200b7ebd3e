import type { SourceTrouble } from '../../../domain/subscribers/source-trouble';

/** What the drivers' codes mean; a code begins with what is written here. */
const CODES: readonly [SourceTrouble, readonly string[]][] = [
  [
    'unreachable',
    [
      ...['ECONN', 'ENOTFOUND', 'EAI_', 'ETIMEDOUT', 'EPIPE', 'EHOST', 'ENET', 'PROTOCOL_'],
      ...['08', '53', '57P', 'ER_CON_COUNT', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_NOTADB'],
    ],
  ],
  [
    'refused',
    [
      ...['28', '3D', '42501', 'ER_ACCESS_DENIED', 'ER_DBACCESS_DENIED', 'ER_BAD_DB'],
      ...['ER_TABLEACCESS_DENIED', 'ER_COLUMNACCESS_DENIED', 'SQLITE_AUTH', 'SQLITE_PERM'],
    ],
  ],
  ['timeout', ['57014', 'ER_QUERY_TIMEOUT', 'ER_STATEMENT_TIMEOUT', '1969', 'SQLITE_BUSY']],
];

/** One of our own reasons: messages of drivers hold hosts, users and pieces of rows. */
export function troubleOf(error: unknown): SourceTrouble {
  const { name, message, code } = partsOf(error);
  if (name === 'KnexTimeoutError') return /acquiring/i.test(message) ? 'unreachable' : 'timeout';
  const known = CODES.find(([, codes]) => codes.some((begins) => code.startsWith(begins)));
  if (known) return known[0];
  return code === '' &&
    /^(Connection terminated|timeout expired|The server does not|Cannot open database)/.test(
      message,
    )
    ? 'unreachable'
    : 'bad-query';
}

/** By shape: an error of another realm is no instance of ours. */
function partsOf(error: unknown): { name: string; message: string; code: string } {
  if (typeof error !== 'object' || error === null) return { name: '', message: '', code: '' };
  const { name, message, code, errno } = error as Readonly<Record<string, unknown>>;
  // MariaDB's own code for a statement that took too long has no name in every driver.
  const said = errno === 1969 ? errno : code;
  return { name: wordOf(name), message: wordOf(message), code: wordOf(said) };
}

const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
