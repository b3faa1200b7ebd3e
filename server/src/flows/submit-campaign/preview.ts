import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { LocaleMessage, SlotValues } from '../../domain/messages/message';
import { fillPieces } from '../../domain/messages/pieces';
import { composeNow } from './compose-now';
import type { SubmitDeps } from './deps';
import { examine, type Examined } from './examine';

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
    const now = await composeNow(deps, campaignId, choice);
    if (!now.ok) return now;
    const { message, problems, locale } = now;
    if (!message) return { ok: false, reason: 'problems', problems };
    return { ok: true, value: { ...show(message, choice.values ?? {}), locale }, problems };
  };

const show = ({ subject, preheader, html, text }: LocaleMessage, values: SlotValues): Shown => ({
  subject: fillPieces(subject, values, 'text'),
  preheader: fillPieces(preheader, values, 'text'),
  html: fillPieces(html, values, 'html'),
  text: fillPieces(text, values, 'text'),
});
