import type { Identity } from '../editions/content';
import { cleanLine, cleanText } from './characters';

/** What must stand under every message, as plain text in the reader's language. */
export interface Footer {
  readonly sender: string;
  /** Line by line. */
  readonly postalAddress: readonly string[];
  readonly contactLabel: string;
  readonly contact: string;
  readonly reason: string;
  /** The words that are the unsubscribe link. */
  readonly unsubscribe: string;
  /** The words that lead to the reader's own page. */
  readonly preferences: string;
}

/** Where the footer's words lead. */
export interface FooterLinks {
  readonly unsubscribeUrl: string;
  readonly preferencesUrl: string;
}

const WORDS = {
  en: {
    contactLabel: 'Contact',
    unsubscribe: 'Unsubscribe',
    preferences: 'Change what you get',
  },
  ja: {
    contactLabel: 'お問い合わせ',
    unsubscribe: '配信停止はこちら',
    preferences: '配信内容の変更はこちら',
  },
} as const;

/**
 * Sender, postal address, contact, why you get this, unsubscribe: the sum of what the laws of the EU,
 * the US, Canada and Japan ask for. Words we have no translation of are English.
 */
export function footerOf(identity: Identity, locale: string): Footer {
  return {
    ...(forLocale<(typeof WORDS)[keyof typeof WORDS]>(WORDS, locale) ?? WORDS.en),
    sender: cleanLine(identity.name),
    postalAddress: cleanText(identity.postalAddress).split('\n').map(cleanLine).filter(Boolean),
    contact: cleanLine(identity.contact),
    reason: cleanLine(
      forLocale(identity.reason, locale) ?? Object.values(identity.reason)[0] ?? '',
    ),
  };
}

/** What of the identity a reader would miss in this language. */
export const missingIn = (footer: Footer): readonly string[] =>
  (['sender', 'postalAddress', 'contact', 'reason'] as const).filter(
    (part) => footer[part].length === 0,
  );

/** The footer of the text part. */
export const footerText = (
  footer: Footer,
  { unsubscribeUrl, preferencesUrl }: FooterLinks,
): string =>
  [
    '-'.repeat(40),
    footer.sender,
    ...footer.postalAddress,
    `${footer.contactLabel}: ${footer.contact}`,
    '',
    footer.reason,
    `${footer.unsubscribe}:`,
    unsubscribeUrl,
    `${footer.preferences}:`,
    preferencesUrl,
  ].join('\n');

function forLocale<T>(words: Readonly<Record<string, T>>, locale: string): T | undefined {
  const tags = [locale, locale.split('-')[0] ?? locale];
  const found = tags.find((tag) => Object.hasOwn(words, tag));
  return found === undefined ? undefined : words[found];
}
