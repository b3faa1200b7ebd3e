import type { Brake } from './brake';
import type { LeftOutReason } from './subscriber';

/** `seen` is everybody the source named; those not left out are on the list. */
export interface SyncCounts {
  readonly seen: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/**
 * `scanning` goes through the source, `counting` through those who would leave, `sweeping` takes them
 * off. `braked`: they were too many, and nobody was taken off.
 */
export const SYNC_STATES = [
  'scanning',
  'counting',
  'sweeping',
  'done',
  'braked',
  'abandoned',
] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** One reconcile of a source. Times in ms since 1970. */
export interface SyncRun {
  readonly id: string;
  readonly sourceId: string;
  readonly state: SyncState;
  /** External id of the last person seen, or counted; a crashed run goes on from there. */
  readonly cursor: string | null;
  readonly counts: SyncCounts;
  readonly brake: Brake;
  /** Rises whenever what was read of the source until then may be out of date. */
  readonly epoch: number;
  readonly startedAt: number;
  readonly touchedAt: number;
  readonly finishedAt: number | null;
}

export const NO_COUNTS: SyncCounts = { seen: 0, added: 0, changed: 0, removed: 0, leftOut: {} };

export function addCounts(a: SyncCounts, b: SyncCounts): SyncCounts {
  const leftOut = { ...a.leftOut };
  for (const [reason, count] of leftOutRows(b)) leftOut[reason] = (leftOut[reason] ?? 0) + count;
  return {
    seen: a.seen + b.seen,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    removed: a.removed + b.removed,
    leftOut,
  };
}

const leftOutRows = ({ leftOut }: SyncCounts): [LeftOutReason, number][] =>
  Object.entries(leftOut) as [LeftOutReason, number][];

/** Whether most people so far are not as they were last time; of nobody nothing is known. */
export const isMostlyNews = ({
  counts: { seen, added, changed },
}: Pick<SyncRun, 'counts'>): boolean => 2 * (added + changed) > seen;

const RESUME_WITHIN_MS = 60 * 60 * 1000;

/**
 * Whether a run that did not finish goes on where it stopped. One that lay longer starts anew: what
 * changed behind its cursor while nobody watched would be missed.
 */
export const mayResume = (run: SyncRun, now: number): boolean =>
  run.finishedAt === null && now - run.touchedAt <= RESUME_WITHIN_MS;
