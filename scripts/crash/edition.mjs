import { SUMMER } from '../demo/campaign/texts.mjs';
import { writeCampaign } from '../demo/campaign/write.mjs';
import { waitUntil } from '../demo/http/wait-until.mjs';

/** Written, submitted and countersigned, over HTTP. Resolves to its id and its campaign's. */
export async function countersigned({ author, approver }, name, wishedAt) {
  const campaign = await writeCampaign(author, { ...SUMMER, name, wishedAt });
  const { id } = await author.post(`/countersign/campaigns/${campaign}/submit`);
  const { audience, readersAtSubmit } = await approver.get(`/countersign/editions/${id}`);
  const readersShown = audience?.readers ?? readersAtSubmit;
  await approver.post(`/countersign/editions/${id}/approve`, { readersShown });
  return { edition: id, campaign };
}

export const act = ({ operator }, edition, what) =>
  operator.post(`/countersign/editions/${edition}/${what}`);

/** One that nothing happens to. */
export async function sendOut(site, people, name) {
  const { edition } = await countersigned(people, name);
  await act(people, edition, 'start');
  await waitUntil(`${name} is sent`, async () => (await site.ledger.stateOf(edition)) === 'sent');
  await site.sink.empty();
}
