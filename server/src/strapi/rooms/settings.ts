import type { Asking } from '../../domain/access/asking';
import type { FrozenAsset, Identity, Mailbox } from '../../domain/editions/content';
import type { Answer } from './answer';

/** A mailbox campaigns may be sent from. */
export interface Sender {
  readonly id: string;
  readonly from: Mailbox;
  readonly replyTo: string | null;
}

/** A configured transport without its secrets. */
export interface TransportView {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly signsIn: boolean;
  /** Why it is paused, if it is. */
  readonly trouble: string | null;
}

export const DNS_VERDICTS = ['ok', 'missing', 'wrong', 'unreachable'] as const;
export type DnsVerdict = (typeof DNS_VERDICTS)[number];

export interface DnsCheck {
  readonly record: 'spf' | 'dkim' | 'dmarc';
  readonly name: string;
  readonly verdict: DnsVerdict;
  readonly found: string | null;
}

export interface SettingsRoom {
  identity(): Promise<Identity | null>;
  setIdentity(identity: Identity, by: Asking): Promise<Answer<Identity>>;
  senders(): Promise<readonly Sender[]>;
  setSenders(senders: readonly Sender[], by: Asking): Promise<Answer<readonly Sender[]>>;
  transports(): Promise<readonly TransportView[]>;
  /** Connects, greets, signs in; sends nothing. `trouble` null means all went well. */
  testTransport(
    id: string,
    by: Asking,
  ): Promise<Answer<{ readonly trouble: string | null; readonly reply: string | null }>>;
  dns(senderId: string): Promise<Answer<readonly DnsCheck[]>>;
}

/** What is still to be set up before anything can be sent; each has words. */
export const SET_UP_GAPS = [
  'public-url',
  'secret',
  'transport',
  'identity',
  'sender',
  'source',
  'worker',
] as const;
export type SetUpGap = (typeof SET_UP_GAPS)[number];

export interface SetUpRoom {
  gaps(): Promise<readonly SetUpGap[]>;
}

export interface AssetRoom {
  /** `name` is the content hash and its extension; null if we hold no such picture. */
  read(name: string): Promise<{ readonly asset: FrozenAsset; readonly bytes: Uint8Array } | null>;
}

export interface AuditRoom {
  /** A refusal at the door, before any flow was asked. */
  refused(by: Asking, act: string, reason: string): Promise<void>;
}
