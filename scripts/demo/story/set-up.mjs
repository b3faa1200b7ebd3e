import { PASSWORD, SITE_OWNER } from '../cast/staff.mjs';
import { inviteStaff, registerOwner } from '../http/people.mjs';

const IDENTITY = {
  name: 'The Workshop at Moonwater',
  postalAddress: '1 Nowhere Lane\n12345 Moonwater',
  contact: 'hello@example.org',
  reason: {
    en: 'You get this because you said yes to our newsletter when you signed up.',
    ja: 'ご登録の際に購読に同意された方にお送りしています。',
  },
};

const SENDERS = [
  {
    id: 'workshop',
    name: 'The Workshop / 工房',
    address: 'newsletter@example.org',
    replyTo: 'hello@example.org',
  },
];

/** A site owner, three people with a part each, and what every message must say of its sender. */
export async function setUp(client, printer) {
  printer.title('Setting up, over HTTP');
  const owner = await registerOwner(client);
  printer.step(`${SITE_OWNER.firstname} ${SITE_OWNER.lastname} is the first administrator`);
  const { staff, scope } = await inviteStaff(owner);
  for (const { name, role, ours } of Object.values(staff)) {
    printer.step(`${name} joins as ${role}`);
    printer.note(`may: ${ours.join(', ')}`);
  }
  await saySender(owner, printer);
  return { owner, staff, scope };
}

async function saySender(owner, printer) {
  const before = await owner.get('/countersign/set-up');
  printer.refused(`not ready to send: ${before.missing.map(({ text }) => text).join(' ')}`);
  await owner.put('/countersign/settings/identity', IDENTITY);
  await owner.put('/countersign/settings/senders', { senders: SENDERS });
  const relay = await owner.post('/countersign/settings/transports/main/test');
  printer.step(`the identity footer and the sender are set; the relay says: ${relay.text}`);
  const { ready, missing } = await owner.get('/countersign/set-up');
  if (!ready) throw new Error(`still missing: ${missing.map(({ text }) => text).join(' ')}`);
}

/** For the end: who may be signed in as, to look around. */
export const logins = (staff) =>
  [{ ...SITE_OWNER, role: 'Super Admin' }, ...Object.values(staff)].map((who) => [
    who.role,
    who.email,
    PASSWORD,
  ]);
