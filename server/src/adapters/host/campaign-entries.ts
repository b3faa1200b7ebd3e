import type { Core } from '@strapi/types';
import { CAMPAIGN_UID } from '../../names';
import type { CampaignEntries } from '../../ports';

type Entry = Readonly<Record<string, unknown>> & { readonly documentId: string };

/** Past the document service, which would show each reader another part. */
export const createCampaignEntries = (strapi: Core.Strapi): CampaignEntries => ({
  of: async (campaignIds) => {
    const rows: Entry[] = await strapi.db.query(CAMPAIGN_UID).findMany({
      where: { documentId: { $in: [...campaignIds] } },
      populate: { createdBy: { populate: ['roles'] } },
    });
    const found = new Map<string, Entry[]>();
    for (const row of rows) found.set(row.documentId, [...(found.get(row.documentId) ?? []), row]);
    return new Map(campaignIds.map((id) => [id, found.get(id) ?? [{ documentId: id }]]));
  },
});
