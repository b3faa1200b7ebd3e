import { createColleagueAddresses } from '../adapters/host/colleague-addresses';
import { createOneMessage } from '../adapters/mail/one-message';
import type { Sender } from '../domain/campaigns/senders';
import { createConfirmAddress } from '../flows/confirm-address';
import type { Keys, SendingThread } from '../ports';
import type { Foundation } from './foundation';

interface Given {
  readonly thread: SendingThread;
  readonly settings: { senders(): Promise<readonly Sender[]> };
}

/** Mail to people of the admin: to addresses their owners confirmed, and the link that asks them to. */
export function wireColleagueMail(
  { strapi, config, stores, world }: Foundation,
  keys: Keys,
  { thread, settings }: Given,
) {
  const { publicUrl } = config;
  const transportId = config.transports[0]?.id;
  const isSetUp = publicUrl !== null && transportId !== undefined;
  const mail = isSetUp ? createOneMessage({ ...world, thread, transportId, publicUrl }) : null;
  const confirm = createConfirmAddress({
    ...{ ...stores, ...world, keys, mail },
    addresses: createColleagueAddresses(strapi),
    senders: settings.senders,
    publicUrl: publicUrl ?? '',
  });
  return { mail, confirm, senders: settings.senders };
}

export type ColleagueMail = ReturnType<typeof wireColleagueMail>;
