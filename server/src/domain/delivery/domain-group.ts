/** Domains one provider answers for: its limits are for all of them together. */
const BY_DOMAIN: Readonly<Record<string, readonly string[]>> = {
  gmail: ['gmail.com', 'googlemail.com'],
  microsoft: [
    ...['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'hotmail.co.jp', 'live.jp'],
    ...['outlook.jp', 'hotmail.co.uk', 'hotmail.fr', 'hotmail.de', 'outlook.de'],
  ],
  yahoo: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'aol.com', 'yahoo.co.uk', 'yahoo.fr'],
  'yahoo-japan': ['yahoo.co.jp', 'ymail.ne.jp'],
  apple: ['icloud.com', 'me.com', 'mac.com'],
  docomo: ['docomo.ne.jp', 'mopera.net'],
  au: ['ezweb.ne.jp', 'au.com', 'biglobe.ne.jp'],
  softbank: ['softbank.ne.jp', 'i.softbank.jp', 'disney.ne.jp', 'ymobile.ne.jp', 'willcom.com'],
};

/** Ends of the names of mail exchangers. */
const BY_EXCHANGE: readonly (readonly [end: string, group: string])[] = [
  ['google.com', 'gmail'],
  ['googlemail.com', 'gmail'],
  ['mail.protection.outlook.com', 'microsoft'],
  ['olc.protection.outlook.com', 'microsoft'],
  ['yahoodns.net', 'yahoo'],
  ['mail.yahoo.co.jp', 'yahoo-japan'],
  ['icloud.com', 'apple'],
  ['docomo.ne.jp', 'docomo'],
  ['au.com', 'au'],
  ['softbank.ne.jp', 'softbank'],
];

const KNOWN = new Map(
  Object.entries(BY_DOMAIN).flatMap(([group, domains]) =>
    domains.map((domain) => [domain, group] as const),
  ),
);

/** The group of a domain whose provider everybody knows; null: ask who takes its mail. */
export const knownGroup = (domain: string): string | null => KNOWN.get(domain) ?? null;

/** Whether the name is a provider's, and not a domain that may be one reader's own. */
export const isProvider = (group: string): boolean => group in BY_DOMAIN;

/**
 * The group of a domain by who takes its mail: a provider everybody knows, or the site of the exchanger.
 *
 * @param exchange the name of the exchanger of the highest priority
 */
export function groupOfExchange(exchange: string): string {
  const name = exchange.toLowerCase().replace(/\.$/, '');
  const known = BY_EXCHANGE.find(([end]) => name === end || name.endsWith(`.${end}`));
  return known?.[1] ?? siteOf(name);
}

/** Second levels under which everybody registers: `example.co.jp` is a site, `co.jp` is none. */
const SHARED = /^(ac|co|com|ed|edu|go|gov|gr|lg|me|ne|net|or|org)$/;

function siteOf(name: string): string {
  const labels = name.split('.');
  const isShared = labels.length > 2 && SHARED.test(labels.at(-2) ?? '');
  return labels.slice(isShared ? -3 : -2).join('.');
}
