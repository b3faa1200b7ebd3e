import type { DeliveryState, WrittenDot } from '../domain/delivery/outcome';
import type { Edition } from '../domain/editions/edition';
import { countsOf, reasonsOf, type Counts, type ReasonCount } from '../domain/reports/counts';
import { minutesOf, type MinutePoint } from '../domain/reports/minutes';
import { pauseSetting, restAt } from '../domain/delivery/transport-pause';
import { dayAfter, type DayRule } from '../domain/delivery/warm-up';
import { fullAmong, type TransportDay } from '../domain/reports/day-limits';
import { NO_HINDRANCES, slowedOf, type Hindrances } from '../domain/reports/hindrances';
import { paceOf } from '../domain/reports/pace';
import type { Tally } from '../domain/reports/tally';
import type {
  Clock,
  DayStore,
  DeliveryQuery,
  EditionStore,
  GroupPaceStore,
  LabelledDelivery,
  ReportReader,
  SettingStore,
} from '../ports';
import { readTransportDay } from './read-report/transport-day';

export interface ReadReportDeps {
  readonly editions: Pick<EditionStore, 'find'>;
  readonly reports: ReportReader;
  readonly groupPaces: Pick<GroupPaceStore, 'all'>;
  readonly settings: Pick<SettingStore, 'get'>;
  readonly days: Pick<DayStore, 'firstDay' | 'used'>;
  readonly transports: readonly (DayRule & { readonly id: string })[];
  readonly clock: Clock;
}

export interface Report {
  readonly edition: Edition;
  readonly counts: Counts;
  /** Without a gap; at most a day of points. */
  readonly minutes: readonly MinutePoint[];
  /** Null when nothing is being sent. */
  readonly perMinute: number | null;
  readonly estimatedEnd: number | null;
  readonly reasons: readonly ReasonCount[];
  readonly unsubscribed: number;
  readonly hindrances: Hindrances;
}

/** deliveries → what people see of them. No address, only masked labels. */
export const createReadReport = ({ editions, reports, clock, ...deps }: ReadReportDeps) => ({
  read: async (editionId: string): Promise<Report | null> => {
    const edition = await editions.find(editionId);
    if (!edition) return null;
    const tallies = await reports.tallies([editionId]);
    return {
      edition,
      counts: countsOf(tallies),
      minutes: minutesOf(tallies),
      ...(await progressOf({ clock, ...deps }, edition, tallies)),
      reasons: reasonsOf(tallies),
      unsubscribed: await reports.unsubscribed(editionId),
    };
  },

  /** For the list of editions: counts by edition id. */
  counts: async (editionIds: readonly string[]): Promise<Map<string, Counts>> => {
    const tallies = await reports.tallies(editionIds);
    return new Map(
      editionIds.map((id) => [id, countsOf(tallies.filter(({ editionId }) => editionId === id))]),
    );
  },

  deliveries: async (query: DeliveryQuery): Promise<ReportedDelivery[]> =>
    (await reports.deliveries(query)).map(shown),
});

type Deps = Omit<ReadReportDeps, 'editions' | 'reports'>;

async function progressOf(
  deps: Deps,
  { state, startedAt }: Edition,
  tallies: readonly Tally[],
): Promise<Pick<Report, 'perMinute' | 'estimatedEnd' | 'hindrances'>> {
  if (state !== 'sending' || startedAt === null) {
    return { perMinute: null, estimatedEnd: null, hindrances: NO_HINDRANCES };
  }
  const now = deps.clock.now();
  const transports: TransportDay[] = [];
  for (const transport of deps.transports)
    transports.push(await readTransportDay(deps.days, transport, now));
  return {
    ...paceOf(tallies, { now, startedAt, transports }),
    hindrances: await hindrances(deps, transports, now),
  };
}

/** Of all that is sent: providers and transports do not know one edition from another. */
async function hindrances(
  { groupPaces, settings }: Deps,
  transports: readonly TransportDay[],
  now: number,
): Promise<Hindrances> {
  const resting = await Promise.all(
    transports.map(async ({ id }) => {
      const rest = restAt(await settings.get(pauseSetting(id)), now);
      return rest ? [{ id, because: rest.because, until: rest.until }] : [];
    }),
  );
  return {
    slowed: slowedOf(await groupPaces.all(), now),
    resting: resting.flat(),
    full: fullAmong(transports, now).map(({ id }) => ({ id, until: dayAfter(now) })),
  };
}

/** One delivery with its reader masked; no label once the subscriber's row is gone. */
export interface ReportedDelivery extends Pick<
  LabelledDelivery,
  'id' | 'locale' | 'because' | 'reply' | 'at'
> {
  readonly dot: WrittenDot | null;
  readonly subscriber: { readonly id: string; readonly label: string | null };
  readonly state: DeliveryState;
  readonly attempts: number;
}

const shown = (delivery: LabelledDelivery): ReportedDelivery => ({
  id: delivery.id,
  subscriber: { id: delivery.subscriberId, label: delivery.label },
  locale: delivery.locale,
  state: delivery.state,
  because: delivery.because,
  reply: delivery.reply,
  dot: delivery.dot ?? null,
  attempts: delivery.attempt,
  at: delivery.at,
});
