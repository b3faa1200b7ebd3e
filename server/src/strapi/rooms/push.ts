import type { Result } from '../../domain/result';
import type { Signed } from '../../domain/subscribers/push-signature';
import type { PushBatch } from '../../domain/subscribers/push-source';

export interface PushRoom {
  /** False: too often, of this source. */
  mayPush(sourceId: string): Promise<boolean>;
  /** False: too often without a signature, from this network. */
  mayTry(network: string): Promise<boolean>;
  /** False for every request that is not its source's own. */
  isSigned(signed: Signed): boolean;
  take(
    signed: Signed,
    batch: PushBatch,
  ): Promise<Result<{ readonly accepted: number }, 'other-body' | 'as-of' | 'address-as-id'>>;
}
