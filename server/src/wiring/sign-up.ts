import { createFormLimit } from '../adapters/form-limit';
import { createSignUp } from '../flows/sign-up';
import type { Keys } from '../ports';
import type { ColleagueMail } from './colleague-mail';
import type { Foundation } from './foundation';
import type { People } from './people';

interface Given {
  readonly people: People;
  readonly post: ColleagueMail;
}

/** Public forms; their letters go the way of all letters of the house. */
export const wireSignUp = (
  { config, stores, world }: Foundation,
  keys: Keys,
  { people, post }: Given,
) => ({
  ...createFormLimit(),
  ...createSignUp({
    ...{ ...stores, ...world, ...people, keys },
    forms: config.forms,
    mail: post.mail,
    senders: post.senders,
    publicUrl: config.publicUrl ?? '',
  }),
});
