import type { Asking } from '../../domain/access/asking';
import { LINK_MS, linkText, linkToken } from '../../domain/access/confirmation';
import { told } from '../../domain/audit/entry';
import { asciiAddress } from '../../domain/messages/mime/mailbox';
import { letterMime } from '../../domain/notices/letter';
import { CONFIRM_ADDRESS, letterLanguage } from '../../domain/notices/texts';
import type { ColleagueAddress, OneMessage } from '../../ports';
import type { ConfirmAddressDeps } from './deps';

/** Mails with a link to one person in a day: nobody is written to often by changing an account. */
export const LINKS_A_DAY = 3;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Sends a link to who asked, and says so; or why there is none. */
export const createSendLink = (deps: ConfirmAddressDeps) => async (by: Asking) => {
  const { mail, addresses } = deps;
  if (mail === null) return 'not-set-up';
  const to = await addresses.of(by.person);
  if (!to) return 'not-in-person';
  if (!(await isCounted(deps, by))) return 'too-many-links';
  return sendTo(deps, mail, { person: by.person, to });
};

/** Before it is sent, and again: of many at once all have been let in before the first was counted. */
async function isCounted({ audit, clock }: ConfirmAddressDeps, by: Asking): Promise<boolean> {
  const at = clock.now();
  const today = () => audit.countOf({ person: by.person, act: 'address.ask', since: at - DAY_MS });
  if ((await today()) >= LINKS_A_DAY) return false;
  const subject = { kind: 'account', id: by.person };
  await audit.record(told(by, { act: 'address.ask', result: 'done', subject, at }));
  return (await today()) <= LINKS_A_DAY;
}

async function sendTo(
  deps: ConfirmAddressDeps,
  mail: OneMessage,
  { person, to }: { readonly person: string; readonly to: ColleagueAddress },
) {
  const [sender] = await deps.senders();
  const from = sender && asciiAddress(sender.address);
  if (!sender || !from) return 'not-set-up';
  const letter = CONFIRM_ADDRESS[letterLanguage(to.language)](linkFor(deps, person, to));
  const isAccepted = await mail.send({
    mime: letterMime({ name: sender.name, address: from }, letter),
    from,
    domain: sender.returnPathDomain,
    to: to.address,
  });
  return isAccepted ? 'address-not-confirmed' : 'link-not-accepted';
}

function linkFor(
  { keys, clock, publicUrl }: ConfirmAddressDeps,
  person: string,
  { normalised }: ColleagueAddress,
): string {
  const link = { person, endsAt: clock.now() + LINK_MS };
  const token = linkToken(link, keys.sign('address-link', linkText(link, normalised)));
  return `${publicUrl}/api/countersign/confirm-address/${token}`;
}
