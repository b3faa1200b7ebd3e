import { pauseSetting, restAt } from '../domain/delivery/transport-pause';
import { readStop, STOP_SETTING } from '../domain/delivery/stop';
import { isOpen, EDITION_STATES, type EditionState } from '../domain/editions/states';
import type { Edition } from '../domain/editions/edition';
import { countsOf } from '../domain/reports/counts';
import type { Figures } from '../domain/reports/figures';
import type {
  AuditChain,
  Clock,
  EditionStore,
  ReportReader,
  SettingStore,
  SyncRunStore,
} from '../ports';

export interface ReadFiguresDeps {
  readonly editions: Pick<EditionStore, 'list'>;
  readonly reports: Pick<ReportReader, 'tallies'>;
  readonly settings: Pick<SettingStore, 'get'>;
  readonly runs: Pick<SyncRunStore, 'last'>;
  readonly chain: Pick<AuditChain, 'unsealed'>;
  readonly clock: Clock;
  readonly transportIds: readonly string[];
  sourceIds(): readonly string[];
}

const OPEN = EDITION_STATES.filter(isOpen);
/** Half-way there: their deliveries are what people wait for. */
const UNDER_WAY: readonly EditionState[] = ['sending', 'paused', 'held'];
/** An editorial team has some; each costs a scrape a few rows. */
const EDITIONS_AT_MOST = 200;
const UNSEALED_AT_MOST = 1000;

/** The whole house → the numbers an operator's monitoring asks for, every few seconds. */
export const createReadFigures = (deps: ReadFiguresDeps) => async (): Promise<Figures> => {
  const editions = await deps.editions.list({ states: OPEN, limit: EDITIONS_AT_MOST });
  const [deliveries, transports, syncs, stop, unsealed] = await Promise.all([
    deliveriesOf(deps, editions),
    Promise.all(deps.transportIds.map((id) => transportOf(deps, id))),
    Promise.all(deps.sourceIds().map((id) => syncOf(deps, id))),
    deps.settings.get(STOP_SETTING),
    deps.chain.unsealed('lately', UNSEALED_AT_MOST),
  ]);
  return {
    editions: Object.fromEntries(
      OPEN.map((state) => [state, editions.filter((edition) => edition.state === state).length]),
    ),
    ...{ deliveries, transports, syncs },
    isStopped: readStop(stop).stopped,
    unsealed: unsealed.length,
  };
};

async function deliveriesOf({ reports }: ReadFiguresDeps, editions: readonly Edition[]) {
  const ids = editions
    .filter(({ state, startedAt }) => UNDER_WAY.includes(state) && startedAt !== null)
    .map(({ id }) => id);
  const tallies = ids.length === 0 ? [] : await reports.tallies(ids);
  return new Map(
    ids.map((id) => [id, countsOf(tallies.filter(({ editionId }) => editionId === id))]),
  );
}

async function transportOf({ settings, clock }: ReadFiguresDeps, id: string) {
  const rest = restAt(await settings.get(pauseSetting(id)), clock.now());
  return { id, rests: rest !== null };
}

async function syncOf({ runs }: ReadFiguresDeps, sourceId: string) {
  const last = await runs.last(sourceId);
  return { sourceId, finishedAt: last?.finishedAt ?? null, isBraked: last?.state === 'braked' };
}
