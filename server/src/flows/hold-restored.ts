import { THE_HOUSE, told, type Act } from '../domain/audit/entry';
import { standingOf } from '../domain/audit/mark';
import type { Edition } from '../domain/editions/edition';
import { statesThatCan } from '../domain/editions/states';
import { LOG_EVENTS } from '../names';
import type {
  AuditChain,
  AuditTrail,
  Clock,
  EditionStore,
  Log,
  MarkKeeper,
  Transactions,
} from '../ports';

export interface HoldDeps {
  readonly chain: Pick<AuditChain, 'head' | 'sealAt'>;
  readonly mark: MarkKeeper;
  readonly databaseId: string;
  readonly editions: Pick<EditionStore, 'list' | 'move'>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a process found when it began: `unmarked` has rows and no mark, `first` neither. */
export type Begun = 'in-step' | 'restored' | 'unmarked' | 'first';

const AT_ONCE = 100;

/**
 * Before a process sends anything: a database that holds less than was known, or something else, is a
 * restored backup or another system. What it would send may have been sent already, so people look first.
 */
export const createHoldRestored = (deps: HoldDeps) => async (): Promise<Begun> => {
  const [mark, head] = [await deps.mark.read(), await deps.chain.head()];
  if (!mark) return head ? tellUnmarked(deps) : 'first';
  const { databaseId } = deps;
  const marked = await deps.chain.sealAt(mark.seq);
  const standing = standingOf(mark, { databaseId, head, marked });
  if (standing === 'in-step') return 'in-step';
  await holdAll(deps);
  await tell(deps, 'database.restored', { standing, known: mark.seq, found: head?.seq ?? 0 });
  // Last: a process killed before this holds again.
  await deps.mark.write({ databaseId, seq: head?.seq ?? 0, seal: head?.seal ?? '' });
  return 'restored';
};

async function holdAll(deps: HoldDeps): Promise<void> {
  const states = statesThatCan('hold');
  for (let page: Edition[] = [], isMore = true; isMore; isMore = page.length === AT_ONCE) {
    page = await deps.editions.list({ states, before: page.at(-1)?.id, limit: AT_ONCE });
    for (const { id } of page) await hold(deps, id);
  }
}

async function hold({ editions, audit, transactions, clock, log }: HoldDeps, id: string) {
  const at = clock.now();
  const what = {
    act: 'edition.hold',
    result: 'done',
    subject: { kind: 'edition', id },
    at,
  } as const;
  const held = await transactions.within(async () => {
    const moved = await editions.move(id, 'hold', { at, heldBecause: 'restored' });
    if (moved) await audit.record(told(THE_HOUSE, { ...what, detail: { because: 'restored' } }));
    return moved;
  });
  if (held) log.warn(LOG_EVENTS.editionMoved, { edition: id, state: 'held', because: 'restored' });
}

async function tellUnmarked(deps: HoldDeps): Promise<Begun> {
  await tell(deps, 'database.unmarked', {});
  return 'unmarked';
}

async function tell(
  { audit, clock, databaseId, log }: HoldDeps,
  act: Act,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  const subject = { kind: 'database', id: databaseId };
  await audit.record(told(THE_HOUSE, { act, result: 'noted', subject, at: clock.now(), detail }));
  log.warn(LOG_EVENTS.databaseNoted, { act, database: databaseId, ...detail });
}
