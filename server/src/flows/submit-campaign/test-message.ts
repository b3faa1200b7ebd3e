import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { LocaleMessage } from '../../domain/messages/message';
import { composeNow, type NothingThere } from './compose-now';
import type { SubmitDeps } from './deps';

export type TestMessageAnswer =
  | {
      readonly ok: true;
      readonly value: {
        readonly message: LocaleMessage;
        readonly from: string;
        readonly domain: string;
      };
    }
  | NothingThere
  | {
      readonly ok: false;
      readonly reason: 'problems';
      readonly problems: readonly CampaignProblem[];
    };

/** One locale as it is now, its subject marked, so that nobody takes it for the real one. */
export const createTestMessage =
  (deps: SubmitDeps) =>
  async (
    campaignId: string,
    { locale }: { readonly locale?: string },
  ): Promise<TestMessageAnswer> => {
    const now = await composeNow(deps, campaignId, { locale, mark: '[TEST] ' });
    if (!now.ok) return now;
    const { message, around } = now;
    const { sender } = around;
    if (!message || !sender) {
      return { ok: false, reason: 'problems', problems: [...now.problems, ...around.problems] };
    }
    const value = { message, from: sender.address, domain: sender.returnPathDomain };
    return { ok: true, value };
  };
