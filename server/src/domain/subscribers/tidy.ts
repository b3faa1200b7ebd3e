const LONGEST_NAME = 200;
const LONGEST_LOCALE = 16;
/** A language tag (RFC 5646) as far as anybody stores one: `en`, `pt-BR`, `zh-Hans`. */
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** Words of ASCII with one blank between them: as most names come, there is nothing to tidy. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** A name on one line: no CR, LF, NUL or other control character, 200 characters at most; null if nothing is left. */
export function tidyName(raw: string | null): string | null {
  if (raw !== null && raw.length <= LONGEST_NAME && TIDY.test(raw)) return raw;
  const oneLine = (raw ?? '').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').normalize('NFC');
  const name = [...oneLine.trim()].slice(0, LONGEST_NAME).join('').trimEnd();
  return name === '' ? null : name;
}

/** The locale, or null for anything that is no language tag of 16 characters at most. */
export function tidyLocale(raw: string | null): string | null {
  const locale = (raw ?? '').trim();
  return locale.length <= LONGEST_LOCALE && LOCALE.test(locale) ? locale : null;
}
