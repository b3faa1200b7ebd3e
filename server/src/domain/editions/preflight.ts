import { inLocale, type CampaignProblem } from '../campaigns/problems';
import type { LocaleMessage } from '../messages/message';
import { fillPieces } from '../messages/pieces';
import { checkHtmlSize, checkSubject } from '../messages/preflight';
import { problem, type MessageProblem } from '../messages/problems';
import { linksOf } from './changes';
import type { EditionContent } from './content';

/** What an approver should know of the frozen bytes themselves; nothing here stops them. */
export const checkFrozen = (content: EditionContent): CampaignProblem[] =>
  Object.entries(content.messages).flatMap(([locale, message]) =>
    problemsOf(content, locale, message).map((one) => inLocale(locale, one)),
  );

const problemsOf = (
  content: EditionContent,
  locale: string,
  message: LocaleMessage,
): MessageProblem[] => {
  const html = fillPieces(message.html, {}, 'html');
  const insecure = linksOf(content, locale).filter((href) => href.startsWith('http:'));
  return [
    ...checkSubject(message.subject),
    ...checkHtmlSize(html),
    // The unsubscribe link and the pictures' own addresses are ours.
    ...insecure
      .filter((href) => !href.startsWith(content.publicUrl))
      .map((href) => problem('link-insecure', 'body', href)),
    ...(/<img(?![^>]*\balt="[^"])[^>]*>/.test(html) ? [problem('image-no-alt', 'body')] : []),
  ];
};
