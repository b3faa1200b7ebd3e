import { readCampaign } from '../../domain/campaigns/draft';
import { collectPictures } from './collect-pictures';
import { compose, type Composed } from './compose';
import type { SubmitDeps } from './deps';
import { lookAround, type Surroundings } from './surroundings';

/** One locale as it is now. */
export interface ComposedNow extends Composed {
  readonly ok: true;
  readonly locale: string;
  readonly around: Surroundings;
}

export interface NothingThere {
  readonly ok: false;
  readonly reason: 'no-such-campaign' | 'no-such-locale';
}

interface Choice {
  /** The campaign's first if absent. */
  readonly locale?: string;
  /** Stands before the subject. */
  readonly mark?: string;
}

/** Composes one locale without freezing anything: pictures come straight from the media library. */
export async function composeNow(
  deps: SubmitDeps,
  campaignId: string,
  { locale, mark = '' }: Choice,
): Promise<ComposedNow | NothingThere> {
  const stored = await deps.campaigns.read(campaignId);
  if (!stored) return { ok: false, reason: 'no-such-campaign' };
  const { draft } = readCampaign(stored);
  const written = draft.locales.find((one) => one.locale === (locale ?? one.locale));
  if (!written) return { ok: false, reason: 'no-such-locale' };

  const around = await lookAround(deps, draft);
  const { byUrl } = await collectPictures(deps, { locales: [written] });
  const { publicUrl } = deps.config;
  const frozenUrlOf = (url: string): string => libraryUrl(publicUrl, byUrl.get(url)?.url);
  const marked = { ...written, subject: mark + written.subject };
  const composed = await compose(deps, { draft, around, publicUrl, frozenUrlOf }, marked);
  return { ok: true, ...composed, locale: written.locale, around };
}

/** A picture the library does not know leads nowhere: an author's own address is never loaded. */
const libraryUrl = (publicUrl: string | null, url = '/missing-picture'): string =>
  url.startsWith('/') ? `${publicUrl ?? ''}${url}` : url;
