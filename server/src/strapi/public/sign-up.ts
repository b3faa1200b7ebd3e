import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { KoaAction } from '../controllers/act';
import { networkOf } from '../../domain/access/network';
import { languageOfTag, type Language } from '../language';
import { askingOf } from '../requests';
import { isTooFast, onceMore } from './hasty';
import { answerPage } from './page';
import { languageOfBrowser, tokenOf, withHouse } from './reader';
import { SIGN_UP_PAGES, type SignUpPage } from './sign-up-words';

/** Made for programs, and left alone by people, who do not see it. */
const HONEYPOT = 'website';

/** A form of the site's own posts here, by urlencoded, multipart or JSON; the page is what its sender sees. */
export const askToSignUp = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, async (ctx, house) => {
    if (!(await house.signUp.mayPost(networkOf(askingOf(ctx).ip)))) return answerTooMany(ctx);
    const field = fieldsOf(ctx);
    if (field(HONEYPOT)) return answer(ctx, 200, 'asked');
    const locale = field('locale') ?? languageOfBrowser(ctx);
    const asked = { form: field('form') ?? '', email: field('email') ?? '', name: field('name') };
    const came = await house.signUp.ask({ ...asked, locale });
    if (came.ok) return answer(ctx, 200, 'asked');
    const code = 'reason' in came ? came.reason : 'not-set-up';
    answer(ctx, ...(REFUSED[code] ?? NOT_YET));
  });

const NOT_YET: [number, SignUpPage] = [503, 'notYet'];
const REFUSED: Readonly<Record<string, [number, SignUpPage]>> = {
  'bad-address': [422, 'badAddress'],
  'no-such-form': [404, 'notYet'],
};

function answerTooMany(ctx: Context): void {
  ctx.set('Retry-After', '60');
  answer(ctx, 429, 'tooMany');
}

/** Mail scanners open every link, so it changes nothing. */
export const showSignUp = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, async (ctx, { signUp }) => {
    const found = signUp.look(tokenOf(ctx));
    if (found) answer(ctx, 200, 'confirm', languageOfTag(found.locale));
    else answer(ctx, 404, 'unknown');
  });

/** The button of that page. The same answer however often. */
export const confirmSignUp = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, async (ctx, { signUp }) => {
    const found = signUp.look(tokenOf(ctx));
    if (found && isTooFast(ctx, Date.now())) {
      return answer(ctx, 200, 'confirm', languageOfTag(found.locale), 'once-more');
    }
    const isDone = await signUp.confirm(tokenOf(ctx));
    if (isDone) answer(ctx, 200, 'done', languageOfTag(found?.locale));
    else answer(ctx, 404, 'unknown');
  });

function answer(
  ctx: Context,
  status: number,
  page: SignUpPage,
  language?: Language,
  first?: 'once-more',
): void {
  const spoken = language ?? languageOfTag(fieldsOf(ctx)('locale')) ?? languageOfBrowser(ctx);
  const words = SIGN_UP_PAGES[spoken][page];
  const sentences = [...(first ? [onceMore(spoken)] : []), ...words.sentences];
  answerPage(ctx, status, { language: spoken, ...words, sentences });
}

/** Text fields of the form that was sent. */
function fieldsOf({ request }: Context): (name: string) => string | null {
  const body: unknown = 'body' in request ? request.body : undefined;
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const fields = new Map<string, unknown>(entries);
  return (name) => {
    const value = fields.get(name);
    return typeof value === 'string' && value !== '' ? value.slice(0, 1000) : null;
  };
}
