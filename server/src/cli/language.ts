export type Language = 'en' | 'ja';

/** The language a terminal speaks, by POSIX's order of the variables that say so. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^ja(_|\.|$)/i.test(said) ? 'ja' : 'en';
}
