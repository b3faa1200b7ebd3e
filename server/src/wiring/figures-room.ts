import { inTime } from '../adapters/in-time';
import { writeMetrics } from '../adapters/metrics';
import { createAuditChain } from '../adapters/store/audit/chain';
import { createReportReader } from '../adapters/store/reports';
import { gaugesOf } from '../domain/reports/figures';
import { createCheckHealth } from '../flows/check-health';
import { createReadFigures } from '../flows/read-figures';
import type { Foundation } from './foundation';
import type { People } from './people';
import type { Sending } from './sending';

/** What monitoring asks. */
export function figuresRoom(
  { config, db, stores, world }: Foundation,
  { runs, sourcesOfLists }: People,
  { beatAt }: Pick<Sending, 'beatAt'>,
) {
  const read = createReadFigures({
    ...{ ...stores, ...world, runs },
    reports: createReportReader(db),
    chain: createAuditChain(db),
    transportIds: config.transports.map(({ id }) => id),
    sourceIds: () => sourcesOfLists().map(({ id }) => id),
  });
  const health = createCheckHealth({ clock: world.clock, database: db, within: inTime, beatAt });
  return { metrics: async () => writeMetrics(gaugesOf(await read())), health };
}
