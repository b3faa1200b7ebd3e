import type { AccountChangeKind } from '../../domain/access/account';
import type { Asking } from '../../domain/access/asking';
import type { Answer } from './answer';

/** What the guard tells the house about writes to admin accounts, from whatever door. */
export interface AccountWatch {
  /** In the transaction that is open around the caller if there is one. */
  changed(account: string, kinds: readonly AccountChangeKind[], by: Asking): Promise<void>;
}

/** What the link in a mail to an admin user leads to. */
export interface ConfirmAddressRoom {
  /** Null: the link does not work. Changes nothing. */
  look(token: string): Promise<{ readonly language: string | null } | null>;
  /** The same answer however often it is asked. */
  confirm(token: string, from: Pick<Asking, 'door' | 'ip'>): Promise<boolean>;
  isConfirmed(person: string): Promise<boolean>;
  /** Sends the link to who asks. */
  ask(by: Asking): Promise<Answer<null>>;
}
