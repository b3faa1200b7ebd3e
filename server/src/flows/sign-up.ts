import type { Result } from '../domain/result';
import { ask, type Asked, type AskRefusal } from './sign-up/ask';
import { confirm, readLink } from './sign-up/confirm';
import type { SignUpDeps } from './sign-up/deps';

export interface SignUps {
  /** Sends a link, to the address that was given and to nobody else; stores no address. */
  ask(asked: Asked): Promise<Result<null, AskRefusal>>;
  /** Changes nothing; null for a link that does not work. */
  look(token: string): { readonly locale: string | null } | null;
  /** The same however often it is asked. */
  confirm(token: string): Promise<boolean>;
}

/** public form → mail with a link → on the list (double opt-in). */
export const createSignUp = (deps: SignUpDeps): SignUps => ({
  ask: (asked) => ask(deps, asked),
  look: (token) => {
    const link = readLink(deps, token);
    return link && { locale: link.signUp.locale };
  },
  confirm: async (token) => {
    const link = readLink(deps, token);
    return link !== null && deps.transactions.within(() => confirm(deps, link));
  },
});
