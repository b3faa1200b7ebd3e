import { act } from '../edition.mjs';

const CAMPAIGNS = '/content-manager/collection-types/plugin::countersign.campaign';

export const ask =
  (what) =>
  async ({ people, edition }) => {
    await act(people, edition, what);
    return `asked to ${what}`;
  };

/** So many readers the edition waits for, by the link in what they got before. */
export const leave =
  (count) =>
  async ({ site, edition }) => {
    const links = await site.sink.links();
    const earlier = await site.ledger.earlierOfPending(edition);
    const leaving = earlier.filter((delivery) => links.has(delivery)).slice(0, count);
    if (leaving.length < count) throw new Error(`only ${leaving.length} could leave`);
    for (const delivery of leaving) await oneClick(links.get(delivery));
    site.left += count;
    return `${count} left`;
  };

/** RFC 8058 § 3.2 */
async function oneClick(url) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  if (!answer.ok) throw new Error(`unsubscribing answered ${answer.status}`);
}

/** By the owner of the site: the author of the demo may not. */
export async function deleteCampaign({ people, campaign }) {
  await people.owner.delete(`${CAMPAIGNS}/${campaign}?locale=*`);
  return 'campaign deleted';
}
