import { readCampaign } from '../domain/campaigns/draft';
import type { Edition, Hand } from '../domain/editions/edition';
import { isOpen } from '../domain/editions/states';
import type {
  AudienceCounter,
  CampaignIndex,
  CampaignReader,
  EditionStore,
  HandStore,
} from '../ports';

export interface ReadCampaignsDeps {
  readonly campaigns: CampaignReader & CampaignIndex;
  readonly editions: EditionStore;
  readonly hands: HandStore;
  readonly audience: Pick<AudienceCounter, 'count'>;
}

/** Enough for a panel; older ones are on the page of editions. */
const HISTORY = 20;

const NOBODY = { readers: 0, leftOut: {} };

/** campaign → what its list and its panel show. Changes nothing. */
export const createReadCampaigns = ({
  campaigns,
  editions,
  hands,
  audience,
}: ReadCampaignsDeps) => ({
  /** Newest document first, each with its newest edition. */
  list: async (page: { readonly before?: string; readonly limit: number }) => {
    const rows = await campaigns.list(page);
    return Promise.all(
      rows.map(async (row) => ({ ...row, edition: await newestOf(editions, row.id) })),
    );
  },

  find: async (id: string) => {
    const stored = await campaigns.read(id);
    if (!stored) return null;
    const { draft } = readCampaign(stored);
    const history = await editions.list({ campaignId: id, limit: HISTORY });
    return {
      id,
      name: draft.name,
      updatedAt: await campaigns.updatedAt(id),
      locales: draft.locales.map(({ locale }) => locale),
      senderId: draft.senderId,
      wishedAt: draft.wishedAt,
      edition: history.find(({ state }) => isOpen(state)) ?? null,
      history,
      hands: (await hands.of(id)) satisfies Hand[],
      audience: draft.audience ? await audience.count(draft.audience) : NOBODY,
    };
  },
});

const newestOf = async (editions: EditionStore, campaignId: string): Promise<Edition | null> =>
  (await editions.list({ campaignId, limit: 1 }))[0] ?? null;
