import type { Signed } from '../../domain/subscribers/push-signature';
import type { Pushed } from '../../domain/subscribers/push-source';
import type { Result } from '../../domain/result';

export interface PushRoom {
  /** False: too often. */
  mayPost(network: string): Promise<boolean>;
  /** False for every request that is not this source's own. */
  isSigned(sourceId: string, signed: Signed): boolean;
  take(
    sourceId: string,
    signed: Signed,
    people: readonly Pushed[],
  ): Promise<Result<{ readonly accepted: number }, 'other-body'>>;
}
