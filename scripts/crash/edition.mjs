import { SUMMER } from '../demo/campaign/texts.mjs';
import { writeCampaign } from '../demo/campaign/write.mjs';

/** Written, submitted and countersigned, over HTTP. Resolves to its id. */
export async function countersigned({ author, approver }, name) {
  const campaign = await writeCampaign(author, { ...SUMMER, name });
  const { id } = await author.post(`/countersign/campaigns/${campaign}/submit`);
  const { audience, readersAtSubmit } = await approver.get(`/countersign/editions/${id}`);
  const readersShown = audience?.readers ?? readersAtSubmit;
  await approver.post(`/countersign/editions/${id}/approve`, { readersShown });
  return id;
}

export const act = ({ operator }, edition, what) =>
  operator.post(`/countersign/editions/${edition}/${what}`);
