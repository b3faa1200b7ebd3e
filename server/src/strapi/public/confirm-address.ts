import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { KoaAction } from '../controllers/act';
import { Refused } from '../errors';
import { houseOf } from '../house';
import { languageOfHeader, languageOfTag, type Language } from '../language';
import { askingOf } from '../requests';
import type { ConfirmAddressRoom } from '../rooms/accounts';
import { isTooFast, onceMore } from './hasty';
import { answerPage } from './page';
import { CONFIRM_ADDRESS_PAGES } from './words';

/** The page with the button. Mail scanners open every link, so it changes nothing. */
export const showConfirmAddress = (strapi: Core.Strapi): KoaAction =>
  withOwner(strapi, (ctx, { language }) => ask(ctx, language, []));

function ask(ctx: Context, language: Language, first: readonly string[]): void {
  const page = CONFIRM_ADDRESS_PAGES[language].ask;
  answerPage(ctx, 200, { language, ...page, sentences: [...first, ...page.sentences] });
}

/** The button of that page. The same answer however often. */
export const confirmAddress = (strapi: Core.Strapi): KoaAction =>
  withOwner(strapi, async (ctx, { language, room }) => {
    if (isTooFast(ctx, Date.now())) return ask(ctx, language, [onceMore(language)]);
    const isDone = await room.confirm(tokenOf(ctx), askingOf(ctx));
    const { done, unknown } = CONFIRM_ADDRESS_PAGES[language];
    answerPage(ctx, isDone ? 200 : 404, { language, ...(isDone ? done : unknown) });
  });

interface Found {
  readonly room: ConfirmAddressRoom;
  readonly language: Language;
}

/** One answer for every link that does not work, whatever is wrong with it. */
const withOwner =
  (strapi: Core.Strapi, answer: (ctx: Context, found: Found) => void | Promise<void>): KoaAction =>
  async (ctx) => {
    const browsers = languageOfHeader(ctx.get('accept-language')) ?? 'en';
    try {
      const room = houseOf(strapi).confirmAddress;
      const owner = await room.look(tokenOf(ctx));
      const language = languageOfTag(owner?.language) ?? browsers;
      if (owner) await answer(ctx, { room, language });
      else answerPage(ctx, 404, { language, ...CONFIRM_ADDRESS_PAGES[language].unknown });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answerPage(ctx, 503, { language: browsers, ...CONFIRM_ADDRESS_PAGES[browsers].notYet });
    }
  };

const tokenOf = (ctx: Context): string => String(ctx.params.token);
