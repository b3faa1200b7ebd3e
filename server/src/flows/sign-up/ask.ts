import { asciiAddress } from '../../domain/messages/mime/mailbox';
import { letterMime } from '../../domain/notices/letter';
import { CONFIRM_SIGN_UP, letterLanguage } from '../../domain/notices/texts';
import { ok, refuse, type Result } from '../../domain/result';
import { normaliseAddress } from '../../domain/subscribers/address';
import {
  mailboxOf,
  SIGN_UP_CONTEXT,
  SIGN_UPS_A_DAY,
  signUpText,
  type SignUp,
} from '../../domain/subscribers/sign-up';
import { tidyLocale, tidyName } from '../../domain/subscribers/tidy';
import { LOG_EVENTS } from '../../names';
import type { SignUpDeps } from './deps';

export interface Asked {
  readonly form: string;
  readonly email: string;
  readonly name: string | null;
  readonly locale: string | null;
}

export type AskRefusal = 'no-such-form' | 'bad-address' | 'not-set-up';

/**
 * The same answer to everybody with an address: whether it is on the list, suppressed or was asked too
 * often is nobody's business, so the mail is not waited for either.
 */
export async function ask(deps: SignUpDeps, asked: Asked): Promise<Result<null, AskRefusal>> {
  const { forms, clock, mail, log } = deps;
  if (!forms.some(({ id }) => id === asked.form)) return refuse('no-such-form');
  const address = normaliseAddress(asked.email);
  if (!address.ok) return refuse('bad-address');
  if (mail === null) return refuse('not-set-up');
  const { address: to, normalised } = address.value;
  if (await isWelcome(deps, normalised)) {
    const { form } = asked;
    const known = { name: tidyName(asked.name), locale: tidyLocale(asked.locale) };
    const signUp = { form, address: to, ...known, askedAt: clock.now() };
    void write(deps, signUp).catch((error: unknown) => log.error(LOG_EVENTS.bug, error));
  }
  return ok(null);
}

/** Not written to: whoever complained or was erased, whose mailbox is gone, or who was asked often today. */
async function isWelcome(deps: SignUpDeps, normalised: string): Promise<boolean> {
  const { suppressions, signUps, keys, clock } = deps;
  const suppressed = await suppressions.among([keys.addressHash(normalised)]);
  if (suppressed.some(({ because }) => because !== 'unsubscribed')) return false;
  const mailbox = keys.addressHash(mailboxOf(normalised));
  return (await signUps.ask(mailbox, clock.now())) <= SIGN_UPS_A_DAY;
}

async function write({ mail, keys, publicUrl, ...deps }: SignUpDeps, signUp: SignUp) {
  const [sender] = await deps.senders();
  const from = sender && asciiAddress(sender.address);
  if (!mail || !sender || !from) return;
  const sealed = keys.seal(signUpText(signUp), SIGN_UP_CONTEXT);
  // In a link, an address would be in every log between here and there.
  const token = Buffer.from(sealed).toString('base64url');
  const link = `${publicUrl}/api/countersign/subscribe/${token}`;
  const letter = CONFIRM_SIGN_UP[letterLanguage(signUp.locale)](link);
  await mail.send({
    mime: letterMime({ name: sender.name, address: from }, letter),
    from,
    domain: sender.returnPathDomain,
    to: signUp.address,
  });
}
