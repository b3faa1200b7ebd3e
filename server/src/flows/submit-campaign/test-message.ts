import { readCampaign } from '../../domain/campaigns/draft';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { LocaleMessage } from '../../domain/messages/message';
import { collectPictures } from './collect-pictures';
import { compose } from './compose';
import type { SubmitDeps } from './deps';
import { libraryUrl } from './preview';
import { lookAround } from './surroundings';

export type TestMessageAnswer =
  | {
      readonly ok: true;
      readonly value: {
        readonly message: LocaleMessage;
        readonly from: string;
        readonly domain: string;
      };
    }
  | { readonly ok: false; readonly reason: 'no-such-campaign' | 'no-such-locale' }
  | {
      readonly ok: false;
      readonly reason: 'problems';
      readonly problems: readonly CampaignProblem[];
    };

/** One locale as it is now, its subject marked, so that nobody takes it for the real one. */
export const createTestMessage =
  (deps: SubmitDeps) =>
  async (campaignId: string, choice: { readonly locale?: string }): Promise<TestMessageAnswer> => {
    const stored = await deps.campaigns.read(campaignId);
    if (!stored) return { ok: false, reason: 'no-such-campaign' };
    const { draft } = readCampaign(stored);
    const written = draft.locales.find(({ locale }) => locale === (choice.locale ?? locale));
    if (!written) return { ok: false, reason: 'no-such-locale' };

    const around = await lookAround(deps, draft);
    const { byUrl } = await collectPictures(deps, { locales: [written] });
    const { publicUrl } = deps.config;
    const frozenUrlOf = (url: string): string => libraryUrl(publicUrl, byUrl.get(url)?.url);
    const marked = { ...written, subject: `[TEST] ${written.subject}` };
    const { message, problems } = await compose(
      deps,
      { draft, around, publicUrl, frozenUrlOf },
      marked,
    );
    const { sender } = around;
    if (!message || !sender) {
      return { ok: false, reason: 'problems', problems: [...problems, ...around.problems] };
    }
    const value = { message, from: sender.address, domain: sender.returnPathDomain };
    return { ok: true, value };
  };
