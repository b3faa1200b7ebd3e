import type { DeliveryState, WrittenDot } from '../domain/delivery/outcome';
import type { Edition } from '../domain/editions/edition';
import { countsOf, reasonsOf, type Counts, type ReasonCount } from '../domain/reports/counts';
import { minutesOf, type MinutePoint } from '../domain/reports/minutes';
import { pauseSetting, restAt } from '../domain/delivery/transport-pause';
import { slowedOf, type Hindrances } from '../domain/reports/hindrances';
import { paceOf } from '../domain/reports/pace';
import type {
  Clock,
  DeliveryQuery,
  EditionStore,
  GroupPaceStore,
  LabelledDelivery,
  ReportReader,
  SettingStore,
} from '../ports';

export interface ReadReportDeps {
  readonly editions: Pick<EditionStore, 'find'>;
  readonly reports: ReportReader;
  readonly groupPaces: Pick<GroupPaceStore, 'all'>;
  readonly settings: Pick<SettingStore, 'get'>;
  readonly transportIds: readonly string[];
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
    const { state, startedAt } = edition;
    const pace =
      state === 'sending' && startedAt !== null
        ? paceOf(tallies, { now: clock.now(), startedAt })
        : { perMinute: null, estimatedEnd: null };
    return {
      edition,
      counts: countsOf(tallies),
      minutes: minutesOf(tallies),
      ...pace,
      reasons: reasonsOf(tallies),
      unsubscribed: await reports.unsubscribed(editionId),
      hindrances:
        state === 'sending' ? await hindrances(deps, clock.now()) : { slowed: [], resting: [] },
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

/** Of all that is sent: providers and transports do not know one edition from another. */
async function hindrances(
  {
    groupPaces,
    settings,
    transportIds,
  }: Pick<ReadReportDeps, 'groupPaces' | 'settings' | 'transportIds'>,
  now: number,
): Promise<Hindrances> {
  const resting = await Promise.all(
    transportIds.map(async (id) => {
      const rest = restAt(await settings.get(pauseSetting(id)), now);
      return rest ? [{ id, because: rest.because, until: rest.until }] : [];
    }),
  );
  return { slowed: slowedOf(await groupPaces.all(), now), resting: resting.flat() };
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
