export interface Health {
  /** Whether it answers. */
  readonly database: 'well' | 'trouble';
  /** `none`: this process does not send. */
  readonly sending: 'well' | 'trouble' | 'none';
}

/** Once a second is usual; at 30 s its batches are somebody else's. */
const SILENT_MS = 15_000;

/** @param beatAt when it last renewed its leases, ms since 1970; null: it has none */
export function ageOf(beatAt: number | null, now: number): Health['sending'] {
  if (beatAt === null) return 'none';
  return now - beatAt > SILENT_MS ? 'trouble' : 'well';
}

export const isWell = ({ database, sending }: Health): boolean =>
  database === 'well' && sending !== 'trouble';
