import type { AccountChangeKind } from '../domain/access/account';
import type { Asking } from '../domain/access/asking';
import { told } from '../domain/audit/entry';
import { UNKNOWN_HAND } from '../domain/editions/edition';
import type { AccountBook, AuditTrail, Clock, Transactions } from '../ports';

export interface NoticeAccountDeps {
  readonly accounts: AccountBook;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
}

/** A write to an admin account, in the transaction around the caller if there is one → who did it. */
export const createNoticeAccount =
  ({ accounts, audit, transactions, clock }: NoticeAccountDeps) =>
  (account: string, kinds: readonly AccountChangeKind[], by: Asking): Promise<void> =>
    transactions.within(async () => {
      const at = clock.now();
      const person = whoOf(account, by);
      await accounts.record(kinds.map((kind) => ({ account, kind, by: person, at })));
      const subject = { kind: 'account', id: account };
      for (const change of kinds) {
        const what = { act: 'account.change', result: 'done', subject, at } as const;
        await audit.record(told({ ...by, person }, { ...what, detail: { change } }));
      }
    });

/**
 * Nobody is signed in who registers, or sets a new password with the link from their own mailbox. Who
 * changed that mailbox has been noted before.
 */
function whoOf(account: string, { door, person }: Asking): string {
  if (door === 'admin' || door === 'admin-token') return person;
  return door === 'public' ? account : UNKNOWN_HAND;
}
