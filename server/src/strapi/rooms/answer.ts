import type { Result } from '../../domain/result';
import type { RefusalCode } from '../refusals';
import type { Problem } from './campaigns';

/** What the house answers to an act: the value, or a refusal that `refusals.ts` has words for. */
export type Answer<T> =
  | Result<T, RefusalCode>
  | { readonly ok: false; readonly reason: 'problems'; readonly problems: readonly Problem[] };
