import type { Asking } from '../../domain/access/asking';
import type {
  LeftOutReason,
  MaskedSubscriber,
  SuppressionReason,
} from '../../domain/subscribers/subscriber';
import type { Answer } from './answer';

export interface SubscriberView extends MaskedSubscriber {
  readonly memberships: readonly {
    readonly list: string;
    readonly isOn: boolean;
    readonly since: number;
  }[];
  readonly consents: readonly {
    readonly list: string;
    readonly kind: string;
    readonly how: string;
    readonly at: number;
  }[];
  readonly claims: readonly {
    readonly source: string;
    readonly externalId: string;
    readonly leftOut: LeftOutReason | null;
  }[];
  readonly deliveries: readonly {
    readonly editionId: string;
    readonly state: string;
    readonly because: string | null;
    readonly at: number | null;
  }[];
}

export interface PeopleRoom {
  list(query: {
    readonly list?: string;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly MaskedSubscriber[]>;
  find(id: string): Promise<SubscriberView | null>;
  /** Opens one address; the audit trail says who and why. */
  reveal(
    id: string,
    by: Asking,
    why: { readonly reason: string },
  ): Promise<Answer<{ readonly address: string; readonly name: string | null }>>;
}

export interface ListView {
  readonly id: string;
  readonly name: string;
  readonly readers: number;
  readonly sources: readonly SourceView[];
}

export interface SourceView {
  readonly id: string;
  readonly contentType: string;
  readonly lastRun: SyncRunView | null;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

export interface SyncRunView {
  readonly id: string;
  readonly state: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly counts: Readonly<Record<string, number>>;
}

export interface LeftOutView {
  readonly source: string;
  readonly externalId: string;
  readonly label: string | null;
  readonly because: LeftOutReason;
}

export interface ListRoom {
  all(): Promise<readonly ListView[]>;
  find(id: string): Promise<ListView | null>;
  leftOut(query: {
    readonly list: string;
    readonly because?: LeftOutReason;
    /** `source:externalId` of the last row of the page before. */
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly LeftOutView[]>;
  /** Begins a reconcile and answers at once. */
  sync(id: string, by: Asking): Promise<Answer<{ readonly runId: string }>>;
}

export interface SuppressionView {
  readonly hash: string;
  readonly label: string;
  readonly because: SuppressionReason;
  readonly source: string;
  readonly since: number;
}

export interface SuppressionRoom {
  list(query: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly SuppressionView[]>;
  add(
    by: Asking,
    what: { readonly address: string; readonly note: string | null },
  ): Promise<Answer<SuppressionView>>;
  lift(hash: string, by: Asking): Promise<Answer<null>>;
}

/** The reader's own way out; the token is all they show. */
export interface UnsubscribeRoom {
  /** Null for a token that is not ours; says nothing else about it. Changes nothing. */
  look(token: string): Promise<{ readonly locale: string | null } | null>;
  /** Suppresses the address and its claims; the same answer however often. False for a bad token. */
  leave(token: string, how: 'one-click' | 'page'): Promise<boolean>;
}
