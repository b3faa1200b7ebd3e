import type { Asking } from '../domain/access/asking';
import { pauseSetting, restAt } from '../domain/delivery/transport-pause';
import { asciiDomain } from '../domain/messages/mime/mailbox';
import { ok, refuse } from '../domain/result';
import { checkDns } from '../adapters/mail/dns';
import type { createChangeSettings } from '../flows/change-settings';
import type { SendingThread, TransportSettings } from '../ports';
import type { Foundation } from './foundation';

type ChangeSettings = ReturnType<typeof createChangeSettings>;

/** What is set in the admin, and what can only be looked at there. */
export const settingsRoom = (
  { config, stores, world }: Foundation,
  { settings, thread }: { settings: ChangeSettings; thread: SendingThread },
) => ({
  ...settings,
  approval: async () => {
    const { rule: _rule, ...numbers } = config.approval;
    return numbers;
  },
  transports: async () =>
    Promise.all(
      config.transports.map(async (transport) => {
        const stored = await stores.settings.get(pauseSetting(transport.id));
        return { ...shown(transport), trouble: restAt(stored, world.clock.now())?.because ?? null };
      }),
    ),
  testTransport: async (id: string, _by: Asking) => {
    if (!config.transports.some((transport) => transport.id === id)) {
      return refuse('no-such-transport' as const);
    }
    const tested = await thread.test(id);
    return ok(tested.ok ? { trouble: null, ...tested.value } : { trouble: tested.reason });
  },
  dns: async (senderId: string) => {
    const sender = (await settings.senders()).find(({ id }) => id === senderId);
    if (!sender) return refuse('no-such-sender' as const);
    const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
    return ok(await checkDns({ domain: asciiDomain(domain) ?? domain, keys: config.dkim }));
  },
});

const shown = ({ id, host, port, secure, auth }: TransportSettings) => ({
  id,
  host,
  port,
  secure,
  signsIn: auth !== undefined,
});
