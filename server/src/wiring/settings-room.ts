import type { Asking } from '../domain/access/asking';
import { pauseSetting, restAt } from '../domain/delivery/transport-pause';
import {
  dayLimit,
  dayOfPlan,
  hasDayRule,
  planBegins,
  WARM_UP_DAYS,
} from '../domain/delivery/warm-up';
import { dayOf } from '../domain/subscribers/days';
import { asciiDomain } from '../domain/messages/mime/mailbox';
import { ok, refuse } from '../domain/result';
import { createDayStore } from '../adapters/store/days';
import { checkDns } from '../adapters/mail/dns';
import type { createChangeSettings } from '../flows/change-settings';
import { readTransportDay } from '../flows/read-report/transport-day';
import type { DayStore, SendingThread, TransportSettings } from '../ports';
import type { Foundation } from './foundation';

type ChangeSettings = ReturnType<typeof createChangeSettings>;

/** What is set in the admin, and what can only be looked at there. */
export const settingsRoom = (
  { config, db, stores, world }: Foundation,
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
        const today = await dayShown(createDayStore(db), transport, world.clock.now());
        return {
          ...shown(transport),
          ...today,
          trouble: restAt(stored, world.clock.now())?.because ?? null,
        };
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

/** What its day holds, and how far its warm-up is. */
async function dayShown(days: DayStore, transport: TransportSettings, now: number) {
  if (!hasDayRule(transport)) return { today: null, warmUp: null };
  const day = dayOf(now);
  const { firstDay, used } = await readTransportDay(days, transport, now);
  const begins = planBegins(transport, firstDay ?? day);
  const ofPlan = begins === null ? null : Math.max(1, dayOfPlan(begins, day));
  return {
    today: { used, limit: dayLimit(transport, { firstDay, day }) },
    warmUp: ofPlan === null || ofPlan > WARM_UP_DAYS ? null : { day: ofPlan, days: WARM_UP_DAYS },
  };
}

const shown = ({ id, host, port, secure, auth, ...limits }: TransportSettings) => ({
  id,
  host,
  port,
  secure,
  signsIn: auth !== undefined,
  weight: limits.weight ?? 1,
  perSecond: limits.messagesPerSecond ?? null,
});
