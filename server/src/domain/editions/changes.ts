import { fillPieces } from '../messages/pieces';
import type { EditionContent } from './content';
import { diffWords, type WordChange } from './diff';

export interface LocaleChanges {
  readonly locale: string;
  readonly words: readonly WordChange[];
  readonly links: AddedRemoved;
  readonly pictures: AddedRemoved;
}

export interface AddedRemoved {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What an approver has to look at anew: words, links and pictures, language by language. */
export function changesBetween(
  before: EditionContent | null,
  after: EditionContent,
): LocaleChanges[] {
  const locales = new Set([...Object.keys(before?.messages ?? {}), ...Object.keys(after.messages)]);
  return [...locales].sort().map((locale) => ({
    locale,
    words: diffWords(wordsOf(before, locale), wordsOf(after, locale), locale),
    links: addedRemoved(linksOf(before, locale), linksOf(after, locale)),
    pictures: addedRemoved(picturesOf(before, locale), picturesOf(after, locale)),
  }));
}

/** Subject, preheader and text: all that can be read. */
function wordsOf(content: EditionContent | null, locale: string): string {
  const message = content?.messages[locale];
  if (!message) return '';
  const parts = [message.subject, message.preheader, message.text];
  return parts.map((pieces) => fillPieces(pieces, {}, 'text')).join('\n\n');
}

const attributes = (content: EditionContent | null, locale: string, name: 'href' | 'src') => {
  const html = (content?.messages[locale]?.html ?? []).filter((piece) => typeof piece === 'string');
  const found = html.join('').matchAll(new RegExp(`\\b${name}="([^"]+)"`, 'g'));
  return [...new Set(Array.from(found, ([, value = '']) => unescaped(value)))];
};

/** Each address a reader can click on, once, in reading order. */
export const linksOf = (content: EditionContent | null, locale: string): string[] =>
  attributes(content, locale, 'href');

const picturesOf = (content: EditionContent | null, locale: string): string[] =>
  attributes(content, locale, 'src');

const unescaped = (value: string): string => value.replace(/&amp;/g, '&').replace(/&quot;/g, '"');

const addedRemoved = (before: readonly string[], after: readonly string[]): AddedRemoved => ({
  added: after.filter((one) => !before.includes(one)),
  removed: before.filter((one) => !after.includes(one)),
});
