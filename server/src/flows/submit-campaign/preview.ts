import { readCampaign } from '../../domain/campaigns/draft';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { LocaleMessage, SlotValues } from '../../domain/messages/message';
import { fillPieces } from '../../domain/messages/pieces';
import { collectPictures } from './collect-pictures';
import { compose } from './compose';
import type { SubmitDeps } from './deps';
import { examine, type Examined } from './examine';
import { lookAround } from './surroundings';

/** What an edition made now would be, and what is wrong with it. */
export interface Preflight {
  readonly problems: readonly CampaignProblem[];
  /** Null if the audience cannot be read. */
  readonly count: Examined['around']['count'];
  /** ms since 1970; null if none is wished, or it cannot be told. */
  readonly wishedAt: number | null;
  readonly locales: readonly string[];
}

export const createPreflight =
  (deps: SubmitDeps) =>
  async (campaignId: string): Promise<Preflight | null> => {
    const stored = await deps.campaigns.read(campaignId);
    if (!stored) return null;
    const { draft, around, problems } = await examine(deps, stored);
    const { count, wishedAt } = around;
    return { problems, count, wishedAt, locales: draft.locales.map(({ locale }) => locale) };
  };

/** A message as one reader would see it; `html` is a whole document. */
export interface Shown {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

export type PreviewAnswer =
  | {
      readonly ok: true;
      readonly value: Shown & { readonly locale: string };
      readonly problems: readonly CampaignProblem[];
    }
  | {
      readonly ok: false;
      readonly reason: 'no-such-campaign' | 'no-such-locale' | 'problems';
      readonly problems?: readonly CampaignProblem[];
    };

/**
 * One locale as it is now, pictures straight from the media library. Works before anything is set
 * up: what is missing is shown as a dash.
 *
 * @param choice locale: the campaign's first if absent; values: a reader's, fallbacks if absent
 */
export const createPreview =
  (deps: SubmitDeps) =>
  async (
    campaignId: string,
    choice: { readonly locale?: string; readonly values?: SlotValues },
  ): Promise<PreviewAnswer> => {
    const stored = await deps.campaigns.read(campaignId);
    if (!stored) return { ok: false, reason: 'no-such-campaign' };
    const { draft } = readCampaign(stored);
    const written = draft.locales.find(({ locale }) => locale === (choice.locale ?? locale));
    if (!written) return { ok: false, reason: 'no-such-locale' };

    const around = await lookAround(deps, draft);
    const { byUrl } = await collectPictures(deps, { locales: [written] });
    const { publicUrl } = deps.config;
    const frozenUrlOf = (url: string): string => libraryUrl(publicUrl, byUrl.get(url)?.url);
    const making = { draft, around, publicUrl, frozenUrlOf };
    const { message, problems } = await compose(deps, making, written);
    if (!message) return { ok: false, reason: 'problems', problems };
    const shown = show(message, choice.values ?? {});
    return { ok: true, value: { ...shown, locale: written.locale }, problems };
  };

/** A picture the library does not know leads nowhere: an author's own address is never loaded. */
export const libraryUrl = (publicUrl: string | null, url = '/missing-picture'): string =>
  url.startsWith('/') ? `${publicUrl ?? ''}${url}` : url;

const show = ({ subject, preheader, html, text }: LocaleMessage, values: SlotValues): Shown => ({
  subject: fillPieces(subject, values, 'text'),
  preheader: fillPieces(preheader, values, 'text'),
  html: fillPieces(html, values, 'html'),
  text: fillPieces(text, values, 'text'),
});
