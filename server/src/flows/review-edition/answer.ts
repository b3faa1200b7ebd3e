import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import type { Edition } from '../../domain/editions/edition';
import type { ReviewRefusal, ReviewRefusalCode } from '../../domain/reviews/refusals';
import { LOG_EVENTS } from '../../names';
import type { ReviewDeps } from './deps';

/** The edition after the act, or why not: `reason` is the weightiest of `refusals`. */
export type ReviewAnswer =
  | { readonly ok: true; readonly value: Edition }
  | {
      readonly ok: false;
      readonly reason: ReviewRefusalCode | 'no-such-edition' | 'wrong-state' | 'reason-missing';
      readonly refusals: readonly ReviewRefusal[];
    };

export type No = Extract<ReviewAnswer, { ok: false }>;

export const no = (reason: No['reason'], refusals: readonly ReviewRefusal[] = []): No => ({
  ok: false,
  reason,
  refusals,
});

/** Writes down what was done or refused, in the transaction around the caller. */
export const tell = (
  { audit, clock }: Pick<ReviewDeps, 'audit' | 'clock'>,
  by: Asking,
  act: Act,
  editionId: string,
  said: { readonly result: string; readonly detail?: Record<string, string | number | null> },
): Promise<void> =>
  audit.record(
    told(by, { act, subject: { kind: 'edition', id: editionId }, at: clock.now(), ...said }),
  );

export const tellLog = ({ log }: Pick<ReviewDeps, 'log'>, edition: Edition): void =>
  log.info(LOG_EVENTS.editionMoved, { edition: edition.id, state: edition.state });
