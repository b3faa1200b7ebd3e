import type { Freeze } from '../../../ports';

interface Expression {
  readonly sql: string;
  readonly bindings: readonly string[];
}

/**
 * Which of an edition's messages a reader gets: their own locale, its language without a region
 * (`de` for `de-AT`), else the default. Letter case and `_` for `-` are of no account.
 */
export function localeOf(
  column: string,
  { locales, defaultLocale }: Pick<Freeze, 'locales' | 'defaultLocale'>,
): Expression {
  const spoken = `lower(replace(${column}, '_', '-'))`;
  const exact = locales.map((locale) => ({ sql: `${spoken} = ?`, match: locale, locale }));
  const byLanguage = locales
    .filter((locale) => !locale.includes('-'))
    .map((locale) => ({ sql: `${spoken} like ?`, match: `${locale}-%`, locale }));
  const cases = [...exact, ...byLanguage];
  return {
    sql: `case ${cases.map(({ sql }) => `when ${sql} then ?`).join(' ')} else ? end`,
    bindings: [
      ...cases.flatMap(({ match, locale }) => [match.toLowerCase(), locale]),
      defaultLocale,
    ],
  };
}
