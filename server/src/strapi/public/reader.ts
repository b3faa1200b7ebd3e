import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { KoaAction } from '../controllers/act';
import { Refused } from '../errors';
import { houseOf, type House } from '../house';
import { languageOfHeader, type Language } from '../language';
import { answerPage } from './page';
import { UNSUBSCRIBE_PAGES } from './words';

/** A page for whoever holds a token; while nothing is set up, one that says so. */
export const withHouse =
  (strapi: Core.Strapi, answer: (ctx: Context, house: House) => Promise<void>): KoaAction =>
  async (ctx) => {
    try {
      await answer(ctx, houseOf(strapi));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const language = languageOfBrowser(ctx);
      answerPage(ctx, 503, { language, ...UNSUBSCRIBE_PAGES[language].notYet });
    }
  };

/** One answer for every token that is not ours, whatever is wrong with it. */
export function unknownToken(ctx: Context): void {
  const language = languageOfBrowser(ctx);
  answerPage(ctx, 404, { language, ...UNSUBSCRIBE_PAGES[language].unknown });
}

export const tokenOf = (ctx: Context): string => String(ctx.params.token);

export const languageOfBrowser = (ctx: Context): Language =>
  languageOfHeader(ctx.get('accept-language')) ?? 'en';
