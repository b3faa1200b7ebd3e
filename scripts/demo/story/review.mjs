import { permissionsOf, STAFF } from '../cast/staff.mjs';
import { setPermissions } from '../http/people.mjs';
import { Refused } from '../http/client.mjs';
import { writeCampaign } from '../campaign/write.mjs';

/** Written, submitted, refused to its author, countersigned. Resolves to the countersigned edition. */
export async function bringThroughReview({ staff, owner, scope, texts, picture }, printer) {
  const { author, approver } = staff;
  const campaignId = await writeCampaign(author.client, texts, picture);
  printer.step(`${author.name} writes it in the Content Manager, in English and Japanese`);
  const edition = await author.client.post(`/countersign/campaigns/${campaignId}/submit`);
  printer.step(`submitted; frozen as edition ${edition.id} for ${edition.readersAtSubmit} readers`);
  const refusals = await tryOwnApproval({ author, owner, scope, edition }, printer);
  await countersign(approver, edition, printer);
  return { campaignId, edition, refusals };
}

/** With the right and without it: it is the rule that says no, not the role alone. */
async function tryOwnApproval({ author, owner, scope, edition }, printer) {
  const ask = () => refusalOf(() => approve(author.client, edition));
  const without = await ask();
  printer.refused(`${author.name} tries to countersign it: “${without.words}”`);
  const right = { ...STAFF.author, ours: [...STAFF.author.ours, 'campaign.approve'] };
  await setPermissions(owner, author.roleId, permissionsOf(right, scope));
  const withRight = await ask();
  printer.refused(`…and with the right to countersign: “${withRight.words}”`);
  await setPermissions(owner, author.roleId, permissionsOf(STAFF.author, scope));
  return [without, withRight].map(({ status, code, words }) => ({ status, code, words }));
}

async function countersign(approver, edition, printer) {
  const before = await approver.client.get(`/countersign/editions/${edition.id}`);
  await readFrozen(approver.client, edition, printer);
  const { state } = await approve(approver.client, before);
  printer.step(`${approver.name} countersigns it for ${before.audience.readers} readers: ${state}`);
}

async function readFrozen(client, { id }, printer) {
  for (const locale of ['en', 'ja']) {
    const message = await client.get(`/countersign/editions/${id}/message?locale=${locale}`);
    printer.note(`the approver reads (${locale}): ${message.subject}`);
  }
}

const approve = (client, { id, audience, readersAtSubmit }) =>
  client.post(`/countersign/editions/${id}/approve`, {
    readersShown: audience?.readers ?? readersAtSubmit,
  });

async function refusalOf(act) {
  try {
    await act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('was allowed what must be refused');
}
