import type { Line, Scope } from '../../domain/access/allow-list';
import type { Asking } from '../../domain/access/asking';
import type { Verdict } from '../../domain/access/gate';
import type { Proposal, SavedLine } from '../../domain/access/saved-list';
import type { Answer } from './answer';

export interface AllowListView {
  readonly configured: readonly Line[];
  readonly saved: readonly SavedLine[];
  readonly proposal: Proposal | null;
  readonly ignoresSaved: boolean;
}

export interface AddressTestView {
  readonly address: string;
  readonly verdicts: Readonly<Record<Scope, Verdict>>;
}

/** The IP allow-list. */
export interface AccessRoom {
  /** Proxies of ours between clients and Strapi. */
  readonly hops: number;
  /** Whether somebody may come in from where they are; who may not is noted. */
  check(by: Asking, scope: Scope): Promise<boolean>;
  now(): Promise<AllowListView>;
  change(raw: unknown, by: Asking): Promise<Answer<AllowListView>>;
  confirm(proposalId: string, by: Asking): Promise<Answer<AllowListView>>;
  discard(proposalId: string, by: Asking): Promise<Answer<AllowListView>>;
  /** Null for what is no address. */
  test(address: string): Promise<AddressTestView | null>;
}
