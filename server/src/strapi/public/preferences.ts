import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { PAUSE_DAYS, type PauseDays } from '../../domain/subscribers/pause';
import { readSpacing } from '../../domain/subscribers/spacing';
import type { KoaAction } from '../controllers/act';
import type { House } from '../house';
import { languageOfTag, type Language } from '../language';
import type { OwnView } from '../rooms/people';
import { dayOf } from '../words/day';
import { fieldsOf } from './fields';
import { isTooFast, onceMore } from './hasty';
import { answerPage } from './page';
import { formsOf, eraseForms } from './preference-forms';
import { PREFERENCE_WORDS } from './preference-words';
import { languageOfBrowser, tokenOf, unknownToken, withHouse } from './reader';

/** Mail scanners open every link, so it changes nothing. */
export const showPreferences = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, (ctx, house) => answerNow(ctx, house, 'nothing'));

/** The buttons of that page; what is none of them changes nothing. */
export const actOnPreferences = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, async (ctx, house) => {
    const view = await house.preferences.look(tokenOf(ctx));
    if (!view) return unknownToken(ctx);
    if (isTooFast(ctx, Date.now())) return answerNow(ctx, house, 'once-more');
    const name = fieldsOf(ctx, 'act')[0] ?? '';
    const act = ACTS.get(name) ?? answerUnchanged;
    const isFree = act === answerUnchanged || NEVER_TOO_OFTEN.includes(name);
    if (!isFree && !(await house.preferences.mayPress(tokenOf(ctx))))
      return answerTooOften(ctx, house);
    await act({ ctx, house, view });
  });

interface Pressed {
  readonly ctx: Context;
  readonly house: House;
  /** As it was before. */
  readonly view: OwnView;
}

type Act = (pressed: Pressed) => Promise<void> | void;

const answerUnchanged: Act = ({ ctx, house }) => answerNow(ctx, house, 'nothing');

function pauseFor(days: PauseDays | null): Act {
  return async ({ ctx, house }) => {
    await house.preferences.pause(tokenOf(ctx), days);
    await answerNow(ctx, house, 'saved');
  };
}

const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  [
    'choose',
    async ({ ctx, house, view }) => {
      const wanted = fieldsOf(ctx, 'list');
      await house.preferences.choose(tokenOf(ctx), wanted);
      // Whom the sources have yet to bring back sees what they chose, not that they are on no list.
      const lists = view.lists.map((list) => ({ ...list, isOn: wanted.includes(list.id) }));
      await answerNow(ctx, house, 'saved', { lists });
    },
  ],
  [
    'language',
    async ({ ctx, house }) => {
      await house.preferences.speak(tokenOf(ctx), fieldsOf(ctx, 'language')[0] ?? '');
      await answerNow(ctx, house, 'saved');
    },
  ],
  [
    'often',
    async ({ ctx, house }) => {
      const days = Number(fieldsOf(ctx, 'often')[0] ?? 0);
      await house.preferences.space(tokenOf(ctx), readSpacing(days));
      await answerNow(ctx, house, 'saved');
    },
  ],
  ...PAUSE_DAYS.map((days): [string, Act] => [`pause-${days}`, pauseFor(days)]),
  ['resume', pauseFor(null)],
  [
    'leave-all',
    async ({ ctx, house }) => {
      await house.unsubscribe.leave(tokenOf(ctx), 'page');
      await answerNow(ctx, house, 'saved');
    },
  ],
  [
    'download',
    async ({ ctx, house }) => {
      const file = await house.preferences.download(tokenOf(ctx));
      ctx.set(FILE_HEADERS);
      ctx.status = 200;
      ctx.body = JSON.stringify(file, null, 2);
    },
  ],
  ['erase', ({ ctx, view }) => askOnceMore(ctx, languageFor(ctx, view))],
  [
    'erase-for-good',
    async ({ ctx, house, view }) => {
      if (!fieldsOf(ctx, 'sure').includes('yes')) return askOnceMore(ctx, languageFor(ctx, view));
      await house.preferences.erase(tokenOf(ctx));
      answerErased(ctx, languageFor(ctx, view));
    },
  ],
]);

/** Whoever wants to be gone is never told to wait. */
const NEVER_TOO_OFTEN = ['leave-all', 'erase', 'erase-for-good'];

function answerTooOften(ctx: Context, house: House): Promise<void> {
  ctx.set('Retry-After', '600');
  return answerNow(ctx, house, 'too-often');
}

const FILE_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Disposition': 'attachment; filename="my-data.json"',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

async function answerNow(
  ctx: Context,
  { preferences }: House,
  said: 'saved' | 'once-more' | 'too-often' | 'nothing',
  chosen: Partial<OwnView> = {},
): Promise<void> {
  const found = await preferences.look(tokenOf(ctx));
  if (!found) return unknownToken(ctx);
  const view = { ...found, ...chosen };
  const language = languageFor(ctx, view);
  if (view.isErased) return answerErased(ctx, language);
  const { title, saved, tooOften } = PREFERENCE_WORDS[language];
  const words = { saved: [saved], 'once-more': [onceMore(language)], 'too-often': [tooOften] };
  const first = said === 'nothing' ? [] : words[said];
  const sentences = [...first, ...stateOf(view, language)];
  const status = said === 'too-often' ? 429 : 200;
  answerPage(ctx, status, { language, title, sentences, forms: formsOf(view, language) });
}

function stateOf({ isOut, lists, pausedUntil }: OwnView, language: Language): string[] {
  const words = PREFERENCE_WORDS[language];
  if (isOut) return [words.isOut];
  if (lists.length === 0) return [words.onNoList];
  return pausedUntil === null ? [] : [words.isPaused(dayOf(pausedUntil, language))];
}

function askOnceMore(ctx: Context, language: Language): void {
  const { eraseTitle, eraseSentences } = PREFERENCE_WORDS[language];
  const page = { language, title: eraseTitle, sentences: eraseSentences };
  answerPage(ctx, 200, { ...page, forms: eraseForms(language) });
}

function answerErased(ctx: Context, language: Language): void {
  const { erasedTitle, erasedSentences } = PREFERENCE_WORDS[language];
  answerPage(ctx, 200, { language, title: erasedTitle, sentences: erasedSentences });
}

const languageFor = (ctx: Context, { locale }: OwnView): Language =>
  languageOfTag(locale) ?? languageOfBrowser(ctx);
