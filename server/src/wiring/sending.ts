import path from 'node:path';
import { systemStopwatch } from '../adapters/clock';
import { repeat, type Repeated } from '../adapters/repeat';
import { createDomainGroups } from '../adapters/mail/domain-groups';
import { createJournals } from '../adapters/mail/journals';
import { createSendingThread } from '../adapters/mail/sending-thread';
import { createBatchStore } from '../adapters/store/batches';
import { createDayStore } from '../adapters/store/days';
import { createDeliveryLedger } from '../adapters/store/deliveries';
import { createFreezeStore } from '../adapters/store/freezes';
import { createGroupPaceStore } from '../adapters/store/group-paces';
import { createLeaseStore } from '../adapters/store/leases';
import { createReportReader } from '../adapters/store/reports';
import { createUncertainDeliveries } from '../adapters/store/uncertain';
import { createWakeStore } from '../adapters/store/wakes';
import type { Instance } from '../domain/editions/countersignature';
import { newId } from '../domain/ids';
import { createControlSending } from '../flows/control-sending';
import { createDeliverBatch } from '../flows/deliver-batch';
import { createReadReport } from '../flows/read-report';
import { createStartSending } from '../flows/start-sending';
import { createTidyUp } from '../flows/tidy-up';
import { createWakeOverdue } from '../flows/wake-overdue';
import type { Keys, SendingThread } from '../ports';
import { joinOthers, type AmongOthers } from './among-others';
import { journalFolder } from './folders';
import type { Foundation } from './foundation';
import type { People } from './people';

/** From the countersigned edition to the relay, and what is known of it. */
export function wireSending(
  foundation: Foundation,
  keys: Keys,
  { people, instance }: { readonly people: People; readonly instance: Instance },
) {
  const { config, db, stores, world, rule } = foundation;
  const owner = newId(world.clock.now(), world.chance.bytes(10));
  const ledger = openLedger(foundation);
  const among = joinOthers(foundation, { owner, instance, wakes: ledger.wakes });
  const thread = createSendingThread({
    workerPath: path.resolve(__dirname, '../sender/index.js'),
    transports: config.transports,
    dkim: config.dkim,
    journalDirectory: journalFolder(foundation),
    owner,
    log: world.log,
  });
  const verify = (text: string, seal: string) => keys.verify('countersign', text, seal);
  const { required, fromEachOf } = config.approval;
  const seals = { instance, required, fromEachOf, verify };
  const { findForgotten, findOverdue } = ledger.batches;
  const findLost = config.redis ? findOverdue : findForgotten;
  const deps = { owner, ...stores, ...world, ...ledger, ...among, sharedClock: db };
  const shared = { ...deps, seals, keys, sender: thread };
  const { transports, messagesPerSecond } = config;
  const deliver =
    transports.length > 0 &&
    createDeliverBatch({
      ...shared,
      ...{ transports, ...(messagesPerSecond === undefined ? {} : { messagesPerSecond }) },
      stopwatch: systemStopwatch,
      days: createDayStore(db),
      domainLimits: new Map(Object.entries(config.domainLimits)),
      domainGroups: createDomainGroups(world.clock),
      groupPaces: createGroupPaceStore(db),
      journals: createJournals(journalFolder(foundation)),
      onHardBounce: (subscriberIds, editionId) =>
        people.manage.stop(subscriberIds, { how: 'hard-bounce', editionId }),
    });

  return {
    ...workerOf(foundation, {
      deliver: deliver || undefined,
      wakeOverdue: createWakeOverdue({ ...shared, findLost }),
      among,
      thread,
    }),
    thread,
    start: createStartSending({
      ...{ ...shared, rule, approval: config.approval },
      ...{ lists: people.lists, attributes: people.attributes },
    }),
    control: createControlSending(shared),
    report: createReadReport({
      ...shared,
      groupPaces: createGroupPaceStore(db),
      days: createDayStore(db),
      transports: config.transports,
    }),
    tidyUp: createTidyUp(shared),
  };
}

export type Sending = ReturnType<typeof wireSending>;

interface Worker {
  readonly deliver: ReturnType<typeof createDeliverBatch> | undefined;
  readonly wakeOverdue: (overdueMs?: number) => Promise<void>;
  readonly among: AmongOthers;
  readonly thread: SendingThread;
}

/** Batches worked on at once: enough that the thread never waits for a batch to be settled. */
const BATCHES_AT_ONCE = 2;
const HEARTBEAT_MS = 1000;
const RECOVER_MS = 5000;
/** How soon what is in no queue is added again. */
const WAKE_MS = 5_000;

/** Begins and ends the sending of this process. Without a transport there is nothing to begin. */
function workerOf({ world }: Foundation, { deliver, wakeOverdue, among, thread }: Worker) {
  const { log } = world;
  const repeated: Repeated[] = [];
  let beatAt: number | null = null;
  const beat = async (heartbeat: () => Promise<void>): Promise<void> => {
    await heartbeat();
    beatAt = world.clock.now();
  };
  return {
    work: async (): Promise<void> => {
      if (!deliver) return;
      await beat(deliver.begin);
      await wakeOverdue(0);
      const often = { everyMs: HEARTBEAT_MS, log };
      repeated.push(repeat('heartbeat', () => beat(deliver.heartbeat), often));
      repeated.push(repeat('recover', () => deliver.recover(), { everyMs: RECOVER_MS, log }));
      repeated.push(repeat('wake', () => wakeOverdue(), { everyMs: WAKE_MS, log }));
      among.queue.work((batchId) => deliver.deliver(batchId), BATCHES_AT_ONCE);
    },
    beatAt: () => beatAt,
    end: async (graceMs: number): Promise<void> => {
      // Together: only the thread's end has a limit, and a silent relay would hold the others for minutes.
      await Promise.all([deliver?.close(), among.close(graceMs), thread.close(graceMs)]);
      await Promise.all(repeated.map((one) => one.stop()));
    },
  };
}

const openLedger = ({ db }: Foundation) => ({
  wakes: createWakeStore(db),
  batches: createBatchStore(db),
  ledger: createDeliveryLedger(db),
  freezes: createFreezeStore(db),
  leases: createLeaseStore(db),
  reports: createReportReader(db),
  uncertain: createUncertainDeliveries(db),
});
