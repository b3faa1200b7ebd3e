import {
  isOver,
  lineOf,
  lookAgainAfter,
  perSecondAt,
  rested,
  slower,
  type GroupPace,
} from '../../domain/delivery/group-pace';
import { LOG_EVENTS } from '../../names';
import type { DueDelivery } from '../../ports';
import type { Groups } from './group-state';
import { endHand, sharedNow, type Hand, type Pump } from './pump';

const HALF_MS = 5_000;

/** As any process has last seen them; once a second, and with each batch. */
export async function lookAtGroups(pump: Pump): Promise<void> {
  if (pump.hands.size === 0) return;
  const all = await pump.deps.groupPaces.all();
  const now = sharedNow(pump);
  const over = [...all].filter(([, pace]) => isOver(pace, now)).map(([group]) => group);
  if (over.length > 0) await pump.deps.groupPaces.forget(over);
  const paces = new Map([...all].filter(([group]) => !over.includes(group)));
  if (!isSame(paces, pump.groups.paces)) pump.groups.paces = paces;
}

type Paces = Groups['paces'];

const isSame = (paces: Paces, known: Paces): boolean =>
  paces.size === known.size &&
  [...paces].every(([group, { changedAt }]) => known.get(group)?.changedAt === changedAt);

/** So many go out; asked what a group got when it complains. */
export function noteSent({ groups: { lately }, deps }: Pump, sent: readonly DueDelivery[]): void {
  const now = deps.clock.now();
  if (Math.abs(now - lately.since) > HALF_MS) {
    lately.before = Math.abs(now - lately.since) > 2 * HALF_MS ? new Map() : lately.now;
    lately.now = new Map();
    lately.since = now;
  }
  for (const { domain } of sent) {
    if (domain !== null) lately.now.set(domain, (lately.now.get(domain) ?? 0) + 1);
  }
}

function seenPerSecond({ groups: { lately }, deps }: Pump, group: string): number {
  let messages = 0;
  for (const counts of [lately.now, lately.before]) {
    for (const [domain, count] of counts) {
      if (deps.domainGroups.of(domain) === group) messages += count;
    }
  }
  const ms = deps.clock.now() - lately.since + (lately.before.size > 0 ? HALF_MS : 0);
  return (messages * 1000) / Math.max(1000, ms);
}

/** A group asks for fewer, or refuses us: every process heeds it, and no reader pays for it. */
export async function heedGroup(
  pump: Pump,
  domain: string,
  because: GroupPace['because'],
): Promise<void> {
  const { deps, groups } = pump;
  const group = await deps.domainGroups.find(domain);
  const now = sharedNow(pump);
  const world = { now, seen: seenPerSecond(pump, group), random: deps.chance.number() };
  const before = groups.paces.get(group) ?? null;
  const pace = await deps.groupPaces.change(
    group,
    (stored) =>
      because === 'slow-down' ? slower(stored, now, world.seen) : rested(stored, because, world),
    now,
  );
  groups.paces = new Map([...groups.paces, [group, pace]]);
  if (pace.changedAt === before?.changedAt) return;
  const { perSecond, restsUntil } = pace;
  const restsMs = Math.max(0, restsUntil - now);
  deps.log.warn(LOG_EVENTS.groupSlowed, { because, perSecond, restsMs });
}

/**
 * Those that may go out now. The others stay where they are, and hold up nobody behind them: they are looked at
 * again when their group may have more.
 */
export async function admitted(
  pump: Pump,
  hand: Hand,
  due: readonly DueDelivery[],
): Promise<DueDelivery[]> {
  if (pump.groups.paces.size + pump.deps.domainLimits.size === 0) return [...due];
  const { free, slow } = apart(pump, due);
  const waits: number[] = [];
  for (const [group, some] of slow) {
    const { messages, waitMs } = await mayGo(pump, group, some.length);
    free.push(...some.slice(0, messages));
    if (messages < some.length) waits.push(waitMs);
  }
  if (free.length === 0 && waits.length > 0) {
    endHand(hand, sharedNow(pump) + Math.round(Math.min(...waits) * jitter(pump)));
  }
  return free;
}

function apart({ groups, deps }: Pump, due: readonly DueDelivery[]) {
  const slow = new Map<string, DueDelivery[]>();
  const free = due.filter((delivery) => {
    const group = delivery.domain === null ? null : deps.domainGroups.of(delivery.domain);
    if (group === null || !(groups.paces.has(group) || deps.domainLimits.has(group))) return true;
    slow.set(group, [...(slow.get(group) ?? []), delivery]);
    return false;
  });
  return { free, slow };
}

/** Batches that wait for the same group must not come back together. */
const jitter = ({ deps }: Pump): number => 1 + 0.2 * deps.chance.number();

async function mayGo(pump: Pump, group: string, most: number) {
  const { deps, groups } = pump;
  const pace = groups.paces.get(group);
  const now = sharedNow(pump);
  if (pace && pace.restsUntil > now) return { messages: 0, waitMs: pace.restsUntil - now };
  const limits = [pace && perSecondAt(pace, now), deps.domainLimits.get(group)];
  const perSecond = Math.min(...limits.map((limit) => limit ?? Infinity));
  if (perSecond === Infinity) return { messages: most, waitMs: 0 };
  const grant = await deps.rates.take([lineOf(group, perSecond)], most, 'now');
  const messages = grant?.messages ?? 0;
  return { messages, waitMs: lookAgainAfter(perSecond, most - messages) };
}
