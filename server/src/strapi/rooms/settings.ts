import type { Asking } from '../../domain/access/asking';
import type { Sender } from '../../domain/campaigns/senders';
import type { TroubleReason } from '../../domain/delivery/outcome';
import type { DnsCheck } from '../../domain/messages/dns-records';
import type { FrozenAsset, Identity } from '../../domain/editions/content';
import type { Answer } from './answer';

/** A configured transport without its secrets. */
export interface TransportView {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly secure: 'none' | 'starttls' | 'tls';
  readonly signsIn: boolean;
  readonly weight: number;
  readonly perSecond: number | null;
  /** Null: nothing limits a day. */
  readonly today: { readonly used: number; readonly limit: number | null } | null;
  readonly warmUp: { readonly day: number; readonly days: number } | null;
  /** Why it is paused, if it is. */
  readonly trouble: TroubleReason | null;
}

/** A connection was made as sending would, up to AUTH; `trouble` says what stopped it. */
export type TransportTestView =
  | { readonly trouble: null; readonly encrypted: boolean; readonly authenticated: boolean }
  | { readonly trouble: TroubleReason };

export interface ApprovalRulesView {
  readonly required: number;
  /** Codes of roles. */
  readonly fromEachOf: readonly string[];
  readonly expiresAfterDays: number;
  readonly audienceDriftPercent: number;
  readonly lateGraceMinutes: number;
  readonly accountQuietDays: number;
}

export interface SettingsRoom {
  identity(): Promise<Identity | null>;
  /** Parsed as `domain/campaigns/identity` does; refused with all complaints. */
  setIdentity(raw: unknown, by: Asking): Promise<Answer<Identity | null>>;
  senders(): Promise<readonly Sender[]>;
  setSenders(raw: unknown, by: Asking): Promise<Answer<readonly Sender[]>>;
  approval(): Promise<ApprovalRulesView>;
  transports(): Promise<readonly TransportView[]>;
  testTransport(id: string, by: Asking): Promise<Answer<TransportTestView>>;
  dns(senderId: string): Promise<Answer<readonly DnsCheck[]>>;
}

/** What is still to be set up before anything can be sent; each has words. */
export type SetUpGap =
  | 'public-url'
  | 'secret'
  | 'transport'
  | 'identity'
  | 'sender'
  | 'source'
  | 'worker'
  | 'proxy'
  | 'approval-role';

export interface SetUpRoom {
  gaps(): Promise<readonly SetUpGap[]>;
  /** Codes of roles that must approve and do not exist. */
  unknownRoles(): Promise<readonly string[]>;
}

export interface AssetRoom {
  /** `name` is the content hash and its extension; null if we hold no such picture. */
  read(name: string): Promise<{ readonly asset: FrozenAsset; readonly bytes: Uint8Array } | null>;
}

export interface DoorRoom {
  /** A refusal at the door, before any flow was asked. */
  refused(by: Asking, act: string, reason: string): Promise<void>;
}
