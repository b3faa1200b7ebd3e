import { audienceOf, type WishedAudience } from '../domain/audience/audience';
import { readCampaign } from '../domain/campaigns/draft';
import type { Edition, Hand } from '../domain/editions/edition';
import { isOpen } from '../domain/editions/states';
import type {
  AudienceCounter,
  CampaignIndex,
  CampaignReader,
  EditionStore,
  HandStore,
  SegmentStore,
} from '../ports';

export interface ReadCampaignsDeps {
  readonly campaigns: CampaignReader & CampaignIndex;
  readonly editions: EditionStore;
  readonly hands: HandStore;
  readonly audience: Pick<AudienceCounter, 'count'>;
  readonly segments: Pick<SegmentStore, 'some'>;
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
  segments,
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
      ...(await audienceNow({ audience, segments }, draft.audience)),
    };
  },
});

/** Nobody while a segment of it is gone: without it more would get this than anybody wished. */
async function audienceNow(
  { audience, segments: store }: Pick<ReadCampaignsDeps, 'audience' | 'segments'>,
  wished: WishedAudience | null,
) {
  const found = wished ? await store.some(wished.segments) : [];
  const now = wished && audienceOf(wished, found);
  const isWhole = found.length === wished?.segments.length;
  return {
    segments: now?.segments ?? [],
    audience: now && isWhole ? await audience.count(now) : NOBODY,
  };
}

const newestOf = async (editions: EditionStore, campaignId: string): Promise<Edition | null> =>
  (await editions.list({ campaignId, limit: 1 }))[0] ?? null;
