import { REFUSALS, type RefusalCode } from './refusals';
import type { Problem } from './rooms/campaigns';

/** An act was refused. Caught once, by the `answers` middleware of every route of ours. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly problems: readonly Problem[] = [],
  ) {
    super(code);
    this.name = 'Refused';
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}
