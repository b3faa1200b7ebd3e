import type { AccountChange } from '../domain/access/account';

/** Who did what to which admin account. */
export interface AccountBook {
  record(changes: readonly AccountChange[]): Promise<void>;
  /** Oldest first. */
  since(time: number): Promise<AccountChange[]>;
}
