import type { ApprovalRule } from '../domain/reviews/site-rule';
import type { Line } from '../domain/access/allow-list';
import type { DkimKey } from '../domain/messages/dkim/key';
import type { Theme } from '../domain/pages/theme';
import type { PushSource } from '../domain/subscribers/push-source';
import type { SourceMapping } from '../domain/subscribers/source-mapping';
import type { SqlSource } from '../domain/subscribers/sql-source';
import type { SignUpForm } from '../domain/subscribers/sign-up';
import type { RedisSettings } from '../ports/redis';
import type { TransportSettings } from '../ports/sending';

export type { ApprovalRule };

/** The plugin's configuration after validation; the README has what each key does. */
export interface Config {
  /** Where readers reach this Strapi, without a trailing slash. Null: nothing is sent yet. */
  readonly publicUrl: string | null;
  /** At least 32 characters; every key is derived from it. Null: nothing is stored or sent yet. */
  readonly secret: string | null;
  readonly transports: readonly TransportSettings[];
  /** Messages a second, by a provider's name (`gmail`) or a domain. */
  readonly domainLimits: Readonly<Record<string, number>>;
  /** By all transports in all processes together; absent: as fast as they go. */
  readonly messagesPerSecond?: number;
  /** Null: the queue is embedded in the database. */
  readonly redis: RedisSettings | null;
  /** Keys of the domains we sign for; none: messages go out unsigned. */
  readonly dkim: readonly DkimKey[];
  /**
   * `inline`: the process that serves also sends. `only`: it does not; a process started by
   * `strapi-plugin-countersign worker` does. `off`: nobody sends.
   */
  readonly worker: 'inline' | 'only' | 'off';
  /** How long after SIGTERM what is on the wire may take to end. */
  readonly stopSeconds: number;
  readonly approval: ApprovalConfig;
  readonly sources: readonly SourceMapping[];
  /** Other databases that are asked, and systems that tell us. */
  readonly sqlSources: readonly SqlSource[];
  readonly pushSources: readonly PushSource[];
  /** By which the public joins a list; each is a source as well. */
  readonly forms: readonly SignUpForm[];
  /** Percent of whom a source has on its list; a run that would take off more stops and asks. */
  readonly sync: { readonly brakePercent: number };
  readonly allowList: AllowListConfig;
  /** Whether a list's addresses can be exported at all, with a second person. */
  readonly exports: 'on' | 'off';
  readonly retention: {
    readonly auditDays: number | null;
    /** How long evidence of a consent that has ended is kept after the person's last mail. */
    readonly consentYears: number;
  };
  /** Whether colleagues are told by mail what waits for them and what became of it. */
  readonly notices: 'on' | 'off';
  /** Colours of the pages that readers see. */
  readonly pages: Theme;
  /** Folder for the sending journals; on the same disk through restarts. */
  readonly journalDir: string;
}

/** From where the admin's side of newsletters may be reached; no lines: from everywhere. */
export interface AllowListConfig {
  readonly lines: readonly Line[];
  /** Proxies of ours between clients and Strapi; null: as Strapi's `server.proxy` counts them. */
  readonly trustedProxyHops: number | null;
  /** What was written in the admin does not count: the way back in. */
  readonly ignoreSaved: boolean;
}

export interface ApprovalConfig {
  readonly required: number;
  /** Codes of Strapi's admin roles of which each must be among the approvers; none: whoever may. */
  readonly fromEachOf: readonly string[];
  readonly expiresAfterDays: number;
  readonly audienceDriftPercent: number;
  readonly lateGraceMinutes: number;
  readonly accountQuietDays: number;
  /** The site's own; null: there is none. */
  readonly rule: ApprovalRule | null;
}
