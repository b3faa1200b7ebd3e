import { createSiteRule } from '../../server/src/adapters/host/site-rule';
import { createKeys } from '../../server/src/adapters/keys/keys';
import { createAccountBook } from '../../server/src/adapters/store/account-changes';
import { createAuditTrail } from '../../server/src/adapters/store/audit';
import { createDomainGroups } from '../../server/src/adapters/mail/domain-groups';
import { createGroupPaceStore } from '../../server/src/adapters/store/group-paces';
import { createDayStore } from '../../server/src/adapters/store/days';
import { createDecisionStore } from '../../server/src/adapters/store/decisions';
import { createHandStore } from '../../server/src/adapters/store/hands';
import { createLeaseStore } from '../../server/src/adapters/store/leases';
import { createListStore } from '../../server/src/adapters/store/lists';
import { createSettingStore } from '../../server/src/adapters/store/settings';
import { createUncertainDeliveries } from '../../server/src/adapters/store/uncertain';
import { createWakeStore } from '../../server/src/adapters/store/wakes';
import type { Colleague } from '../../server/src/domain/access/colleague';
import type { Decision, FullEdition } from '../../server/src/domain/editions/edition';
import type { ApprovalRule } from '../../server/src/domain/reviews/site-rule';
import type { SealCheck } from '../../server/src/domain/editions/verify';
import { sealContext, sealText } from '../../server/src/domain/subscribers/sealed';
import { type ControlDeps, createControlSending } from '../../server/src/flows/control-sending';
import { createDeliverBatch, type DeliverDeps } from '../../server/src/flows/deliver-batch';
import { createReadReport } from '../../server/src/flows/read-report';
import { createStartSending, type StartDeps } from '../../server/src/flows/start-sending';
import { createTidyUp } from '../../server/src/flows/tidy-up';
import type { Chance, Journals, Rates, SendingThread, Transactions } from '../../server/src/ports';
import { TABLES } from '../../server/src/names';
import { aColleague, asking } from './asking';
import { anApproval, aFullEdition, HERE, NOON, verifySeal } from './editions';
import { addressHash, openLedger, toLists } from './ledger';
import { createRememberedLog, silentLog } from './log';
import { createMemoryQueue } from './memory-queue';

export const keys = createKeys([{ id: 'k1', secret: 'a secret of thirty-two characters' }], {
  bytes: (count) => new Uint8Array(count),
  number: () => 0,
});

export const addressOf = (subscriberId: string): string => `reader${subscriberId}@example.com`;

const sealed = (id: number): string => {
  const person = { address: addressOf(String(id)), name: `Reader ${id}` };
  return keys.seal(sealText(person), sealContext(addressHash(id)));
};

const seals: SealCheck = { instance: HERE, required: 1, fromEachOf: [], verify: verifySeal };

/** As fast as it goes. */
const noRates: Rates = {
  take: async (_lines, most) => ({ messages: most, waitMs: 0 }),
  wait: async () => undefined,
};

const noJournals: Journals = {
  begin: () => undefined,
  leftBehind: () => [],
  bury: () => undefined,
};

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>;

/** One for all tests of a suite; before each it is noon again. */
export function keepPostOffice(enter: (office: PostOffice) => void): void {
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
    enter(office);
  });
  beforeEach(() => office.pass(NOON - office.time.now));
  afterAll(() => office.close());
}

/**
 * Everything between a countersigned edition and the wire, on a real database, with a clock that stands
 * still and a queue that hands out when it is told to.
 */
export async function openPostOffice() {
  const house = await openLedger(sealed);
  const { db, clock: sharedClock, editions } = house;
  const clock = { now: () => time.now };
  const time = { now: NOON };
  const pass = (ms: number): void => {
    time.now += ms;
    sharedClock.set(time.now);
  };
  const log = createRememberedLog();
  const queue = createMemoryQueue(() => sharedClock.now());
  const transactions: Transactions = { within: (work) => db.within(() => work()) };
  const decisions = createDecisionStore(db);
  const colleagues = new Map<string, Colleague>([['approver', aColleague('approver')]]);
  const bounced: string[] = [];
  const stores = {
    ...house,
    decisions,
    days: createDayStore(db),
    domainLimits: new Map<string, number>(),
    domainGroups: createDomainGroups(clock, async () => null),
    groupPaces: createGroupPaceStore(db),
    leases: createLeaseStore(db, sharedClock),
    wakes: createWakeStore(db, sharedClock),
    uncertain: createUncertainDeliveries(db),
    settings: createSettingStore(db),
    audit: createAuditTrail(db),
    accounts: createAccountBook(db),
    hands: createHandStore(db),
    lists: createListStore(db),
  };
  const stopwatch = () => time.now;
  const chance = countingChance();
  const world = { transactions, clock, stopwatch, sharedClock, chance, log, queue, seals };
  const shared = { owner: 'starter', ...stores, ...world };

  const addApproved = async (
    change: Partial<FullEdition> = {},
    approval: Partial<Decision> = {},
  ): Promise<FullEdition> => {
    const id = `edition-${serial++}`;
    const edition = aFullEdition({
      id,
      campaignId: `campaign-${id}`,
      state: 'approved',
      ...change,
    });
    await editions.insert(edition);
    await decisions.insert(anApproval(edition, { id: `decision-${id}`, ...approval }));
    return edition;
  };

  /** `readers` people on a list of their own, and an edition to them that somebody approved. */
  const addEditionTo = async (
    readers: number,
    change: Partial<FullEdition> = {},
    approval: Partial<Decision> = {},
  ) => {
    const list = `list-${serial++}`;
    const people = await house.addReaders(readers, { lists: [list] });
    const shown = { readersShown: readers, ...approval };
    const edition = await addApproved({ ...toLists([list], ['staff']), ...change }, shown);
    return { edition, people, list };
  };

  /** The site's own; has nothing against anything until a test says so. */
  const siteRule: { says: ApprovalRule } = { says: () => ({ ok: true }) };
  const startWith = (change: Partial<StartDeps>) =>
    createStartSending({
      ...shared,
      colleagues: {
        findMany: async (people) => people.flatMap((person) => colleagues.get(person) ?? []),
      },
      accounts: stores.accounts,
      hands: stores.hands,
      attributes: async () => [],
      rule: createSiteRule((question) => siteRule.says(question), silentLog),
      approval: { audienceDriftPercent: 10, accountQuietDays: 7 },
      ...change,
    });
  const start = startWith({});

  const deliverWith = (sender: SendingThread, change: Partial<DeliverDeps> = {}) =>
    createDeliverBatch({
      ...shared,
      keys,
      sender,
      journals: noJournals,
      rates: noRates,
      transports: [{ id: 'relay', connections: 2 }],
      onHardBounce: async (ids) => void bounced.push(...ids),
      ...change,
    });

  const report = createReadReport({
    ...{ editions, reports: house.reports, clock },
    ...{ groupPaces: stores.groupPaces, settings: stores.settings, days: shared.days },
    transports: [{ id: 'relay' }, { id: 'warming', messagesPerDay: 2 }],
  });

  return {
    ...shared,
    colleagues,
    bounced,
    time,
    pass,
    addApproved,
    addEditionTo,
    start,
    startWith,
    siteRule,
    deliverWith,
    controlWith: (sender: Pick<SendingThread, 'stop'>, change: Partial<ControlDeps> = {}) =>
      createControlSending({ ...shared, sender, ...change }),
    report,
    tidyUp: createTidyUp(shared),

    /** The same, and it is being sent. */
    begun: async (readers: number, change: Partial<FullEdition> = {}) => {
      const made = await addEditionTo(readers, change);
      const started = await start.start(made.edition.id, asking('ann'));
      if (!started.ok) throw new Error(`not started: ${started.reason}`);
      return made;
    },

    /** Sends all that is due. */
    drain: (sender: SendingThread) => queue.drain(deliverWith(sender).deliver),

    /** How many deliveries are in each state there is one in, as the report says. */
    countsOf: async ({ id }: { id: string }): Promise<Record<string, number>> => {
      const counts = Object.entries<number>((await report.read(id))?.counts ?? {});
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },

    stateOf: async ({ id }: { id: string }) => (await editions.find(id))?.state,

    changeRow: (table: keyof typeof TABLES, where: object, change: object) =>
      db.within(async (k) => {
        await db.table(k, TABLES[table]).where(where).update(change);
      }),
  };
}

let serial = 1;

/** Different ids, the same in every run. */
function countingChance(): Chance {
  let counted = 0;
  return {
    bytes: (count) => {
      counted += 1;
      const bytes = new Uint8Array(count);
      new DataView(bytes.buffer).setUint32(count - 4, counted);
      return bytes;
    },
    number: () => 0.5,
  };
}
