import { waitUntil } from '../http/wait-until.mjs';
import { parseMail } from '../mail/parse.mjs';

/** One reader clicks “unsubscribe” in their mail program, which does what RFC 8058 says. */
export async function letOneLeave({ world, staff, reader }, printer) {
  const mail = await firstMailTo(world.catcher, reader.address);
  const url = unsubscribeUrl(mail);
  const page = await fetch(url);
  const afterLooking = await suppressed(staff.operator.client);
  printer.step(`a reader opens the unsubscribe page: ${page.status}, and nothing has changed`);
  const click = await oneClick(url);
  printer.step(`their mail program posts one click: ${click.status}`);
  await waitUntil('the reader is suppressed', async () => {
    const now = await suppressed(staff.operator.client);
    return now.length === afterLooking.length + 1;
  });
  const [{ label, text }] = await suppressed(staff.operator.client);
  printer.step(`${label} is suppressed: ${text}`);
  return {
    address: reader.address,
    page: page.status,
    click,
    lookingChanged: afterLooking.length > 0,
  };
}

async function firstMailTo(catcher, address) {
  const [mail] = await catcher.mailsTo(address);
  if (!mail) throw new Error('the leaver got no mail to leave from');
  return parseMail(await catcher.raw(mail));
}

export const unsubscribeUrl = (mail) =>
  /<(https?:[^>]+)>/.exec(mail.header('list-unsubscribe'))?.[1];

/** RFC 8058 § 3.2: no cookie, no login, and no redirect to follow. */
async function oneClick(url) {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  return { status: answer.status, cookie: answer.headers.get('set-cookie') };
}

async function suppressed(client) {
  const { results } = await client.get('/countersign/suppressions?limit=50');
  return results;
}
