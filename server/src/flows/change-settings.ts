import type { Asking } from '../domain/access/asking';
import { told, type Act } from '../domain/audit/entry';
import { IDENTITY_SETTING, parseIdentity } from '../domain/campaigns/identity';
import { parseSenders, SENDERS_SETTING, type Sender } from '../domain/campaigns/senders';
import type { Setting } from '../domain/campaigns/setting';
import type { Identity } from '../domain/editions/content';
import { changedParts, identityPart, senderPart, type Part } from '../domain/editions/parts';
import type { AuditTrail, Clock, HandStore, SettingStore, Transactions } from '../ports';

export interface ChangeSettingsDeps {
  readonly settings: SettingStore;
  readonly hands: Pick<HandStore, 'changed'>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
}

/** One thing that can be set: where it is kept, how it is told, what of it editions hold. */
interface Kept<T> {
  readonly name: string;
  readonly act: Act;
  readonly parse: (raw: unknown) => Setting<T>;
  /** What counts where what was stored no longer parses. */
  readonly otherwise: T;
  readonly parts: (value: T) => readonly Part[];
}

const KEPT_IDENTITY: Kept<Identity | null> = {
  ...{ name: IDENTITY_SETTING, act: 'settings.identity', parse: parseIdentity, otherwise: null },
  parts: (identity) => (identity ? [identityPart(identity)] : []),
};

const KEPT_SENDERS: Kept<readonly Sender[]> = {
  ...{ name: SENDERS_SETTING, act: 'settings.senders', parse: parseSenders, otherwise: [] },
  parts: (senders) => senders.map(senderPart),
};

/** What is set in the admin. A change speaks of later editions only: an edition holds its own copy. */
export const createChangeSettings = (deps: ChangeSettingsDeps) => {
  /** What no longer parses counts as not set: the admin asks for it anew, and nothing is sent. */
  const stored = async <T>({ name, parse, otherwise }: Kept<T>): Promise<T> => {
    const parsed = parse(await deps.settings.get(name));
    return parsed.ok ? parsed.value : otherwise;
  };

  /** Who changes a part has a hand in what is sent with it; of two at once each sees the other's. */
  const change = async <T>(kept: Kept<T>, raw: unknown, by: Asking): Promise<Setting<T>> => {
    const { name, act, parse, parts } = kept;
    const parsed = parse(raw);
    if (!parsed.ok) return parsed;
    const at = deps.clock.now();
    const subject = { kind: 'setting', id: name };
    await deps.transactions.within(async () => {
      await deps.settings.lock(name);
      const changed = changedParts(parts(await stored(kept)), parts(parsed.value));
      await deps.settings.set(name, parsed.value, by.person, at);
      await deps.hands.changed(changed, by.person, at);
      await deps.audit.record(told(by, { act, result: 'done', subject, at }));
    });
    return parsed;
  };

  return {
    identity: () => stored(KEPT_IDENTITY),
    setIdentity: (raw: unknown, by: Asking) => change(KEPT_IDENTITY, raw, by),
    senders: () => stored(KEPT_SENDERS),
    setSenders: (raw: unknown, by: Asking) => change(KEPT_SENDERS, raw, by),
  };
};
