import type { SourceTrouble } from '../../domain/subscribers/source-trouble';
import type { Asking } from '../../domain/access/asking';
import type { ErasureReceipt } from '../../domain/subscribers/erasure';
import type { PersonFile } from '../../domain/subscribers/person-file';
import type { Consent, Membership, PersonClaim } from '../../domain/subscribers/claim';
import type { LeftOutReason, MaskedSubscriber } from '../../domain/subscribers/subscriber';
import type { Suppression } from '../../domain/subscribers/suppression';
import type { SyncRun } from '../../domain/subscribers/sync-run';
import type { PauseDays } from '../../domain/subscribers/pause';
import type { SpacingDays } from '../../domain/subscribers/spacing';
import type { Answer } from './answer';

/** All we hold on one person, masked. */
export interface SubscriberView extends MaskedSubscriber {
  readonly memberships: readonly Membership[];
  readonly consents: readonly Consent[];
  readonly claims: readonly PersonClaim[];
  readonly pausedUntil: number | null;
  readonly spacing: SpacingDays | null;
  /** The last ones, newest first. */
  readonly deliveries: readonly {
    readonly editionId: string;
    readonly state: string;
    readonly because: string | null;
    readonly at: number | null;
  }[];
}

export interface PeopleRoom {
  /** Whether so few have an address there that it would tell who they are. */
  isRare(domain: string): Promise<boolean>;
  list(query: {
    readonly list?: string;
    readonly status?: 'active' | 'suppressed' | 'erased';
    readonly label?: string;
    /** Nobody where few have it, except for who may reveal. */
    readonly domain?: string;
    readonly mayReveal?: boolean;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly MaskedSubscriber[]>;
  /** By a whole address; the audit trail says who and why, found or not. */
  search(
    address: string,
    by: Asking,
    why: { readonly reason: string },
  ): Promise<Answer<MaskedSubscriber>>;
  find(id: string): Promise<SubscriberView | null>;
  /** Opens one address; the audit trail says who and why. */
  reveal(
    id: string,
    by: Asking,
    why: { readonly reason: string },
  ): Promise<Answer<{ readonly address: string; readonly name: string | null }>>;
  /** All we hold on one person; the audit trail says who asked and why. */
  access(id: string, by: Asking, why: { readonly reason: string }): Promise<Answer<PersonFile>>;
  erase(id: string, by: Asking, why: { readonly reason: string }): Promise<Answer<ErasureReceipt>>;
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
  readonly madeHere: boolean;
  /** Removed; its people are leaving. */
  readonly isLeaving: boolean;
  /** The field it cannot be read without, and that is gone or of another kind; null: it can be read. */
  readonly pausedBy: string | null;
  /** Why another database could not be read the last time. */
  readonly trouble: SourceTrouble | null;
  readonly lastRun: SyncRun | null;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

export interface ListRoom {
  all(): Promise<readonly ListView[]>;
  find(id: string): Promise<ListView | null>;
  /** By id; counts nobody. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** Day by day, the oldest first; null if there is no such list. */
  sizes(id: string): Promise<readonly { readonly day: string; readonly readers: number }[] | null>;
  /** Claims with a reason to be left out; null if there is no such list. */
  leftOut(query: {
    readonly list: string;
    readonly because?: LeftOutReason;
    readonly after?: { readonly sourceId: string; readonly externalId: string };
    readonly limit: number;
  }): Promise<readonly PersonClaim[] | null>;
  /** Begins a reconcile and answers at once; the list shows how far it is. */
  sync(id: string, by: Asking): Promise<Answer<null>>;
  /** Those whom a stopped run counted leave, in a run that begins at once. */
  letGo(id: string, by: Asking, stopped: { readonly run: string }): Promise<Answer<null>>;
  /** A stopped run stays stopped, and nobody is asked again for as many. */
  keep(id: string, by: Asking, stopped: { readonly run: string }): Promise<Answer<null>>;
}

export interface SuppressionRoom {
  /** Newest first; `after` is the hash of the last row of the page before. */
  list(query: { readonly after?: string; readonly limit: number }): Promise<readonly Suppression[]>;
  add(
    by: Asking,
    what: { readonly address: string; readonly note: string | null },
  ): Promise<Answer<{ readonly label: string }>>;
  lift(hash: string, by: Asking): Promise<Answer<null>>;
}

/** What a reader may see of themselves without a login: no address, no name. */
export interface OwnView {
  readonly locale: string | null;
  /** Nothing but a hash is left. */
  readonly isErased: boolean;
  /** They get nothing, whatever list they are on. */
  readonly isOut: boolean;
  /** They get nothing before then; null: they do. ms since 1970. */
  readonly pausedUntil: number | null;
  /** They get nothing sooner than so many days after the last; null: all, as it comes. */
  readonly spacing: SpacingDays | null;
  /** The languages they may choose among, as tags. */
  readonly locales: readonly string[];
  /** Those they are on, or left by this page. */
  readonly lists: readonly { readonly id: string; readonly name: string; readonly isOn: boolean }[];
}

/** The reader's own page. Null, or false, for a token that is not ours; nothing else tells tokens apart. */
export interface PreferenceRoom {
  /** Changes nothing. */
  look(token: string): Promise<OwnView | null>;
  /** False: this reader has pressed too many buttons in a short time. */
  mayPress(token: string): Promise<boolean>;
  choose(token: string, listIds: readonly string[]): Promise<boolean>;
  /** No mail for so many days; null: again from now on. */
  pause(token: string, days: PauseDays | null): Promise<boolean>;
  /** No newsletter sooner than so many days after the last; null: as they come. */
  space(token: string, days: SpacingDays | null): Promise<boolean>;
  /** One of the languages the page shows; another changes nothing. */
  speak(token: string, locale: string): Promise<boolean>;
  download(token: string): Promise<PersonFile | null>;
  erase(token: string): Promise<boolean>;
}

/** The reader's own way out; the token is all they show. */
export interface UnsubscribeRoom {
  /** Null for a token that is not ours; says nothing else about it. Changes nothing. */
  look(token: string): Promise<{ readonly locale: string | null } | null>;
  /** Suppresses the address and its claims; the same answer however often. Null for a bad token. */
  leave(
    token: string,
    how: 'one-click' | 'page',
  ): Promise<{ readonly locale: string | null } | null>;
}

/** The public's way onto a list. */
export interface SignUpRoom {
  /** False: forms have come too often from this network, or from everywhere. */
  mayPost(network: string): Promise<boolean>;
  /** Sends a link to the address. The answer tells nothing about who has it. */
  ask(asked: {
    readonly form: string;
    readonly email: string;
    readonly name: string | null;
    readonly locale: string | null;
  }): Promise<Answer<null>>;
  /** Null for a link that does not work. Changes nothing. */
  look(token: string): { readonly locale: string | null } | null;
  confirm(token: string): Promise<boolean>;
}
