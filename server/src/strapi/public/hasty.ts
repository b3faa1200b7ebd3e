import type { Context } from 'koa';
import type { Language, Said } from '../language';
import { fieldsOf } from './fields';

/** Nobody reads a page and presses its button within this time; programs that look at links do. */
const TOO_FAST_MS = 1_000;
const FIELD = 'shown';

/** Goes with every button of ours. */
export const shownField = (now: number): string =>
  `<input type="hidden" name="${FIELD}" value="${now}">`;

/**
 * Whether the button of a page of ours was pressed faster than people can. What comes without the page
 * (RFC 8058's one click, a form of the site's own) is never too fast.
 */
export function isTooFast(ctx: Context, now: number): boolean {
  const [shown] = fieldsOf(ctx, FIELD).map(Number);
  return shown !== undefined && now >= shown && now - shown < TOO_FAST_MS;
}

const ONCE_MORE: Said = {
  en: 'Nothing was changed: the button was pressed so quickly that we could not tell you from a program that checks links. Please press the button once more.',
  ja: '変更は行われていません。ページの表示直後の操作は、メール内のリンクを検査するプログラムと区別できません。もう一度ボタンを押してください。',
};

export const onceMore = (language: Language): string => ONCE_MORE[language];
