import type { Asking } from '../domain/access/asking';
import { told, type Act } from '../domain/audit/entry';
import { IDENTITY_SETTING, parseIdentity } from '../domain/campaigns/identity';
import { parseSenders, SENDERS_SETTING, type Sender } from '../domain/campaigns/senders';
import type { Setting } from '../domain/campaigns/setting';
import type { Identity } from '../domain/editions/content';
import type { AuditTrail, Clock, SettingStore, Transactions } from '../ports';

export interface ChangeSettingsDeps {
  readonly settings: SettingStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
}

/** What is set in the admin. A change speaks of later editions only: an edition holds its own copy. */
export const createChangeSettings = (deps: ChangeSettingsDeps) => {
  const change = async <T>(
    parsed: Setting<T>,
    by: Asking,
    { name, act }: { readonly name: string; readonly act: Act },
  ): Promise<Setting<T>> => {
    if (!parsed.ok) return parsed;
    const at = deps.clock.now();
    const subject = { kind: 'setting', id: name };
    await deps.transactions.within(async () => {
      await deps.settings.set(name, parsed.value, by.person, at);
      await deps.audit.record(told(by, { act, result: 'done', subject, at }));
    });
    return parsed;
  };

  return {
    identity: async (): Promise<Identity | null> =>
      stored(parseIdentity(await deps.settings.get(IDENTITY_SETTING)), null),
    setIdentity: (raw: unknown, by: Asking) =>
      change(parseIdentity(raw), by, { name: IDENTITY_SETTING, act: 'settings.identity' }),
    senders: async (): Promise<readonly Sender[]> =>
      stored(parseSenders(await deps.settings.get(SENDERS_SETTING)), []),
    setSenders: (raw: unknown, by: Asking) =>
      change(parseSenders(raw), by, { name: SENDERS_SETTING, act: 'settings.senders' }),
  };
};

/** What no longer parses counts as not set: the admin asks for it anew, and nothing is sent. */
const stored = <T>(parsed: Setting<T>, otherwise: T): T => (parsed.ok ? parsed.value : otherwise);
