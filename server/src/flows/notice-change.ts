import type { Asking } from '../domain/access/asking';
import { campaignHash } from '../domain/campaigns/hash';
import { UNKNOWN_HAND, type Edition } from '../domain/editions/edition';
import { pictureName } from '../domain/editions/parts';
import { mayBeVoided } from '../domain/editions/states';
import type { CampaignReader } from '../ports';
import { handOf, openCampaigns, type VoidDeps, voidOpen } from './notice-change/void-open';

export interface NoticeDeps extends VoidDeps {
  readonly campaigns: CampaignReader;
}

/** write → hand, and the review of what was there before is void. */
export function createNoticeChange(deps: NoticeDeps) {
  const settle = createSettle(deps);
  return {
    /**
     * Somebody wrote or deleted a campaign, in the transaction that is open around the caller if there
     * is one. Whoever has no admin session is an unknown hand. A save that changed nothing of what is
     * under review leaves no trace.
     */
    written: (campaignId: string, by: Asking): Promise<void> =>
      deps.transactions.within(async () => {
        const noticed = await compare(deps, campaignId);
        if (noticed === 'same') return;
        await deps.hands.record(campaignId, handOf(by), deps.clock.now());
        if (noticed) await voidOpen(deps, noticed, by);
      }),

    /** The hands of the original are hands of the copy, and so is whoever copied it. */
    cloned: (fromCampaignId: string, toCampaignId: string, by: Asking): Promise<void> =>
      deps.transactions.within(async () => {
        const at = deps.clock.now();
        await deps.hands.inherit(fromCampaignId, toCampaignId, at);
        await deps.hands.record(toCampaignId, handOf(by), at);
      }),

    /**
     * Somebody puts other bytes behind these addresses of the media library. What was submitted holds its own
     * copies; they have a hand in what is submitted from now on.
     */
    replaced: (urls: readonly string[], by: Asking): Promise<void> =>
      deps.hands.changed(urls.map(pictureName), handOf(by), deps.clock.now()),

    /** Voids the open edition if the campaign is not what was submitted: nobody said who changed it. */
    settle,

    /** The same for all open editions: after writes that do not say which rows they touched. */
    settleAll: async (): Promise<void> => {
      for (const campaignId of await openCampaigns(deps)) await settle(campaignId);
    },
  };
}

const NOBODY: Asking = { person: UNKNOWN_HAND, door: 'unknown', ip: null };

const createSettle =
  (deps: NoticeDeps) =>
  (campaignId: string): Promise<void> =>
    deps.transactions.within(async () => {
      const noticed = await compare(deps, campaignId);
      if (!noticed || noticed === 'same') return;
      await deps.hands.record(campaignId, UNKNOWN_HAND, deps.clock.now());
      await voidOpen(deps, noticed, NOBODY);
    });

interface Noticed {
  readonly edition: Edition;
  readonly because: 'changed' | 'deleted';
}

/**
 * `same`: what is under review is what is there. Null: nothing is open that a change could void. The
 * edition is locked first, so that none is made of what is not there yet when the campaign is read.
 */
async function compare(
  { campaigns, editions }: NoticeDeps,
  campaignId: string,
): Promise<Noticed | 'same' | null> {
  const edition = await editions.lockOpen(campaignId);
  if (!edition) return null;
  const campaign = await campaigns.read(campaignId);
  if (campaign && campaignHash(campaign) === edition.campaignHash) return 'same';
  return mayBeVoided(edition) ? { edition, because: campaign ? 'changed' : 'deleted' } : null;
}
