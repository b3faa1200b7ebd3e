import type { Failure, ProblemShown } from '../../server/src/contracts/shapes';
import type { Say } from './words';

/** Why the server said no, or that it said nothing. */
export interface Refusal {
  /** HTTP; null when there was no answer of ours. */
  readonly status: number | null;
  readonly code: string | null;
  /** One sentence in the reader's language. */
  readonly text: string;
  readonly problems: readonly ProblemShown[];
}

type RefusalBody = Failure['error'];

/** Reads what RTK Query calls an error. Only a sentence of ours is shown; a foreign one never is. */
export function readRefusal(error: unknown, say: Say): Refusal {
  if (isOurs(error)) {
    const { status, message, details } = error;
    return { status, code: details.code, text: message, problems: details.problems ?? [] };
  }
  const status = statusOf(error);
  return { status, code: null, text: say(wordFor(status)), problems: [] };
}

function wordFor(status: number | null) {
  if (status === null) return 'refusal.no-answer';
  if (status === 403) return 'refusal.forbidden';
  if (status === 404) return 'refusal.not-found';
  if (status === 429) return 'refusal.too-often';
  return 'refusal.unexpected';
}

const isOurs = (error: unknown): error is RefusalBody =>
  isRecord(error) && isRecord(error.details) && typeof error.details.code === 'string';

const statusOf = (error: unknown): number | null =>
  isRecord(error) && typeof error.status === 'number' ? error.status : null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
