import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { KoaAction } from '../controllers/act';
import { languageOfTag, type Language } from '../language';
import type { UnsubscribeRoom } from '../rooms/people';
import { isTooFast, onceMore } from './hasty';
import { answerPage } from './page';
import { CHOOSE_INSTEAD } from './preference-words';
import { languageOfBrowser, tokenOf, unknownToken, withHouse } from './reader';
import { UNSUBSCRIBE_PAGES } from './words';

/** The page with the button. Mail scanners open every link, so it changes nothing. */
export const showUnsubscribe = (strapi: Core.Strapi): KoaAction =>
  withRoom(strapi, async (ctx, room) => {
    const reader = await room.look(tokenOf(ctx));
    if (!reader) return unknownToken(ctx);
    ask(ctx, languageFor(ctx, reader.locale), []);
  });

function ask(ctx: Context, language: Language, first: readonly string[]): void {
  const link = { href: `../preferences/${tokenOf(ctx)}`, text: CHOOSE_INSTEAD[language] };
  const page = UNSUBSCRIBE_PAGES[language].ask;
  answerPage(ctx, 200, { language, ...page, sentences: [...first, ...page.sentences], link });
}

const languageFor = (ctx: Context, locale: string | null): Language =>
  languageOfTag(locale) ?? languageOfBrowser(ctx);

/**
 * The button of that page, or a mail program's one click (RFC 8058 §3.2: a POST with
 * `List-Unsubscribe=One-Click`, no cookie, no redirect). The same answer however often.
 */
export const leaveByUnsubscribe = (strapi: Core.Strapi): KoaAction =>
  withRoom(strapi, async (ctx, room) => {
    if (isTooFast(ctx, Date.now())) {
      const reader = await room.look(tokenOf(ctx));
      if (!reader) return unknownToken(ctx);
      const language = languageFor(ctx, reader.locale);
      return ask(ctx, language, [onceMore(language)]);
    }
    const left = await room.leave(tokenOf(ctx), isOneClick(ctx) ? 'one-click' : 'page');
    if (!left) return unknownToken(ctx);
    const language = languageFor(ctx, left.locale);
    answerPage(ctx, 200, { language, ...UNSUBSCRIBE_PAGES[language].done });
  });

const withRoom = (
  strapi: Core.Strapi,
  answer: (ctx: Context, room: UnsubscribeRoom) => Promise<void>,
): KoaAction => withHouse(strapi, (ctx, house) => answer(ctx, house.unsubscribe));

function isOneClick({ request }: Context): boolean {
  const body = 'body' in request ? request.body : undefined;
  if (typeof body !== 'object' || body === null) return false;
  return 'List-Unsubscribe' in body && body['List-Unsubscribe'] === 'One-Click';
}
