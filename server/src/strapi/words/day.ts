import type { Language } from '../language';

/** A day as it is written out, in UTC. */
export const dayOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
