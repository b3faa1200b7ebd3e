import { parseAddress } from '../domain/access/address';
import type { Line, Scope } from '../domain/access/allow-list';
import type { Asking } from '../domain/access/asking';
import { openGate, SHUT_GATE, type Gate } from '../domain/access/gate';
import { ALLOW_LIST_SETTING, readSaved } from '../domain/access/saved-list';
import { LOG_EVENTS } from '../names';
import type { AuditTrail, Clock, Log, SettingStore } from '../ports';
import { createOnceEach } from './check-address/once-each';

export interface CheckAddressDeps {
  readonly settings: Pick<SettingStore, 'get'>;
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly allowList: {
    /** Of the configuration. */
    readonly lines: readonly Line[];
    /** Only those count. */
    readonly ignoreSaved: boolean;
  };
}

/** Another process may have changed the list: so long after that it counts here too. */
const FRESH_MS = 2000;
const MINUTE_MS = 60_000;

/** Whether somebody may come in from where they are; whoever may not is noted. */
export function createCheckAddress(deps: CheckAddressDeps) {
  const { log, clock } = deps;
  const gate = createFreshGate(deps);
  const isNewAddress = createOnceEach(MINUTE_MS);
  const isNewCaller = createOnceEach(MINUTE_MS);

  const note = async (by: Asking, scope: Scope): Promise<void> => {
    const at = clock.now();
    const ip = by.ip ?? 'unknown';
    if (isNewAddress(ip, at)) log.warn(LOG_EVENTS.addressRefused, { ip, door: by.door, scope });
    if (isNewCaller(`${ip} ${by.person}`, at)) await deps.audit.record(refusal(by, scope, at));
  };

  return {
    /** Answers false once it is noted: in the log once for each address and minute, in the trail for each person too. */
    check: async (by: Asking, scope: Scope): Promise<boolean> => {
      const { isAllowed } = gate.current() ?? (await gate.load());
      if (isAllowed(by.ip === null ? null : parseAddress(by.ip), scope)) return true;
      await note(by, scope);
      return false;
    },
    /** The list was changed here. */
    forget: gate.forget,
  };
}

const refusal = (by: Asking, scope: Scope, at: number) => ({
  ...{ at, person: by.person, door: by.door },
  ...{ act: 'allow-list.refuse', result: 'address-not-allowed' },
  ...(by.ip === null ? {} : { ip: by.ip }),
  detail: { scope },
});

/** Reads the list when the last look at it is too old, once for all who ask meanwhile. */
function createFreshGate(deps: CheckAddressDeps) {
  let known: { readonly gate: Gate; readonly until: number } | null = null;
  let loading: Promise<Gate> | null = null;
  let forgotten = 0;
  const read = async (): Promise<Gate> => {
    const before = forgotten;
    const until = deps.clock.now() + FRESH_MS;
    const gate = await readGate(deps);
    // What was read before a change must not be remembered after it.
    if (before === forgotten) known = { gate, until };
    return gate;
  };
  return {
    current: (): Gate | null => (known && deps.clock.now() < known.until ? known.gate : null),
    load: (): Promise<Gate> => (loading ??= read().finally(() => (loading = null))),
    forget: (): void => {
      forgotten += 1;
      known = null;
      loading = null;
    },
  };
}

/** A list nobody can read lets nobody in: `ignoreSaved` is the way back. */
async function readGate({ settings, allowList, log }: CheckAddressDeps): Promise<Gate> {
  if (allowList.ignoreSaved) return openGate(allowList.lines);
  const saved = readSaved(await settings.get(ALLOW_LIST_SETTING));
  if (saved !== null) return openGate([...allowList.lines, ...saved]);
  log.warn(LOG_EVENTS.allowListUnreadable, {});
  return SHUT_GATE;
}
