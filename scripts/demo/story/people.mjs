import { waitUntil } from '../http/wait-until.mjs';

const LIST = '/countersign/lists/newsletter';

/** The site's users sign up; the list fills itself. Resolves to what the list says of them. */
export async function letPeopleSignUp({ world, staff, crowd }, printer) {
  printer.title(`${crowd.length} people sign up on the site`);
  const bar = printer.progress('signed up', crowd.length);
  await world.playground.signUp(crowd.map(asUser), bar.at);
  bar.end();
  printer.step(`${crowd.length} users, written as the site's own code writes them`);
  const list = await watchList(staff.operator.client, crowd.length, printer);
  const leftOut = list.sources[0].leftOut;
  printer.step(
    `synced ${list.readers} of ${crowd.length} into “${list.name}”, by itself; left out:`,
  );
  for (const reason of Object.keys(leftOut)) {
    printer.note(await explain(staff.operator.client, reason, leftOut[reason]));
  }
  return { readers: list.readers, leftOut };
}

const asUser = ({ username, address, name, locale, consent, confirmed, blocked, ...customer }) => ({
  ...{ username, email: address, displayName: name, language: locale },
  ...{ plan: customer.plan, joinedOn: customer.joinedOn, orders: customer.orders },
  ...{ newsletterConsent: consent, confirmed, blocked },
});

async function watchList(operator, total, printer) {
  const bar = printer.progress('seen by the list', total);
  const list = await waitUntil('the list has seen every user', async () => {
    const found = await operator.get(LIST);
    const seen = found.readers + sum(Object.values(found.sources[0].leftOut));
    bar.at(seen);
    return seen >= total && found;
  });
  bar.end();
  return list;
}

async function explain(operator, reason, count) {
  const { results } = await operator.get(`${LIST}/left-out?because=${reason}&limit=1`);
  const [{ text, label }] = results;
  return `${String(count).padStart(3)} ${text}${label ? ` (e.g. ${label})` : ''}`;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
