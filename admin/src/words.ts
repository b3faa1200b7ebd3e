import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../server/src/names';
import en from './translations/en.json';

/** A key of the translations, `<room>.<key>`. Written out in full wherever it is used: a test looks for it. */
export type Word = keyof typeof en;

export type Values = Readonly<Record<string, string | number>>;
export type Say = (word: Word, values?: Values) => string;

/** For what Strapi formats itself. English stands in where the admin speaks a language we do not. */
export const descriptor = (word: Word) => ({
  id: `${PLUGIN_ID}.${word}`,
  defaultMessage: en[word],
});

/** Says a word in the language of the admin. */
export function useSay(): Say {
  const { formatMessage } = useIntl();
  return useCallback((word, values) => formatMessage(descriptor(word), values), [formatMessage]);
}

/** Sentences after each other, with a space between them where the language writes one. */
export function useSentences(): (...said: readonly string[]) => string {
  const { locale } = useIntl();
  return (...said) => said.join(locale === 'ja' ? '' : ' ');
}

/** Translations under the ids that `descriptor` asks for. */
export const prefixed = (translations: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(translations).map(([word, text]) => [`${PLUGIN_ID}.${word}`, text]),
  );
