import type { AccountChangeKind } from '../../domain/access/account';
import type { Asking } from '../../domain/access/asking';

/** What the guard tells the house about writes to admin accounts, from whatever door. */
export interface AccountWatch {
  /** In the transaction that is open around the caller if there is one. */
  changed(account: string, kinds: readonly AccountChangeKind[], by: Asking): Promise<void>;
}
