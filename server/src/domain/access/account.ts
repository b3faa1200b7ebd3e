/** What can be done to an admin user's account that puts it into other hands. */
export const ACCOUNT_CHANGES = ['created', 'roles', 'email', 'password', 'active'] as const;
export type AccountChangeKind = (typeof ACCOUNT_CHANGES)[number];

export interface AccountChange {
  /** documentId of the admin user whose account it is. */
  readonly account: string;
  readonly kind: AccountChangeKind;
  /** documentId of who did it; the account itself when its owner did; `unknown` for host code. */
  readonly by: string;
  /** ms since 1970. */
  readonly at: number;
}

/** What of an account is compared before and after a write; roles by id. */
export interface AccountState {
  readonly email: string;
  readonly isActive: boolean;
  readonly roles: readonly number[];
}

/** @param hasPassword whether the write set one: a hash says nothing of whether it is the same */
export function accountChanges(
  before: AccountState,
  after: AccountState,
  hasPassword: boolean,
): AccountChangeKind[] {
  const isSame: Partial<Record<AccountChangeKind, boolean>> = {
    roles: sorted(before.roles) === sorted(after.roles),
    email: before.email.toLowerCase() === after.email.toLowerCase(),
    password: !hasPassword,
    active: before.isActive === after.isActive,
  };
  return ACCOUNT_CHANGES.filter((kind) => isSame[kind] === false);
}

const sorted = (roles: readonly number[]): string => [...roles].sort((a, b) => a - b).join(' ');
