import { createConfirmed } from './confirm-address/confirmed';
import type { ConfirmAddressDeps } from './confirm-address/deps';
import { createFollowLink } from './confirm-address/follow-link';
import { createSendLink } from './confirm-address/send-link';

export type { ConfirmAddressDeps } from './confirm-address/deps';
export { LINKS_A_DAY } from './confirm-address/send-link';

/** admin account → the address its owner confirmed, the only one that tests and notices go to. */
export const createConfirmAddress = (deps: ConfirmAddressDeps) => ({
  confirmed: createConfirmed(deps),
  sendLink: createSendLink(deps),
  ...createFollowLink(deps),
});

export type ConfirmAddress = ReturnType<typeof createConfirmAddress>;
