/** *Stop everything*: while it is on, no edition begins or goes on, whoever asks. */
export interface Stop {
  readonly stopped: boolean;
  /** Admin documentId of who stopped or lifted it last; null if nobody ever did. */
  readonly by: string | null;
  /** ms since 1970. */
  readonly at: number | null;
}

/** The name of the setting that holds it. */
export const STOP_SETTING = 'stop-everything';

/** A setting as it was stored. What cannot be read counts as stopped: somebody meant to stop. */
export function readStop(stored: unknown): Stop {
  if (stored === null || stored === undefined) return { stopped: false, by: null, at: null };
  const { stopped, by, at } = stored as Partial<Record<keyof Stop, unknown>>;
  return {
    stopped: stopped !== false,
    by: typeof by === 'string' ? by : null,
    at: typeof at === 'number' ? at : null,
  };
}
