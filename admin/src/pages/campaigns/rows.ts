import type { CampaignSummary } from '../../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import type { Word } from '../../words';

/** A row of the table: a campaign with its newest edition, or one edition of it. */
export interface CampaignRow {
  readonly key: string;
  readonly campaignId: string;
  readonly name: string;
  readonly edition: EditionSummary | null;
  readonly updatedAt: number | null;
}

export const rowOfCampaign = ({ id, name, edition, updatedAt }: CampaignSummary): CampaignRow => ({
  ...{ key: id, campaignId: id, name, edition, updatedAt },
});

export const rowOfEdition = (edition: EditionSummary): CampaignRow => ({
  ...{ key: edition.id, campaignId: edition.campaignId, name: edition.name, edition },
  updatedAt: null,
});

/** The filters of the table, each with the states it stands for; `all` shows campaigns never submitted, too. */
export const FILTERS = {
  all: { word: 'campaigns.all', states: null },
  waiting: { word: 'campaigns.waiting', states: 'in-review' },
  ready: { word: 'campaigns.ready', states: 'approved,scheduled' },
  moving: { word: 'campaigns.moving', states: 'freezing,sending,paused,held' },
  sent: { word: 'campaigns.sent', states: 'sent' },
  ended: {
    word: 'campaigns.ended',
    states: 'sent-back,withdrawn,expired,void,cancelled',
  },
} as const satisfies Record<string, { word: Word; states: string | null }>;

export type Filter = keyof typeof FILTERS;

export const isFilter = (value: unknown): value is Filter =>
  typeof value === 'string' && Object.hasOwn(FILTERS, value);
