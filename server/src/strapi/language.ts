/** The languages the house speaks. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence, in each language. */
export type Said = Readonly<Record<Language, string>>;

const isLanguage = (tag: string): tag is Language => LANGUAGES.some((known) => known === tag);

/** Of `ja-JP` the `ja`; undefined if we do not speak it. */
export function languageOfTag(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0] ?? '';
  return isLanguage(primary) ? primary : undefined;
}

/** The first language we speak of an Accept-Language header (RFC 9110 §12.5.4), by its weights. */
export function languageOfHeader(header: string | undefined): Language | undefined {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(readWish)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.map(({ tag }) => languageOfTag(tag)).find((language) => language !== undefined);
}

function readWish(wish: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
