/** Where in the SMTP conversation something happened. */
export const STAGES = [
  'connect',
  'greeting',
  'ehlo',
  'tls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'dot',
] as const;
export type Stage = (typeof STAGES)[number];

/** What the relay said: code 200–599, enhanced code (RFC 3463) if any, text with addresses scrubbed. */
export interface Reply {
  readonly stage: Stage;
  readonly code: number;
  readonly enhanced: string | null;
  readonly text: string;
}

/** Why a reader is not written to although the audience held them. */
export const SKIP_REASONS = [
  'suppressed',
  'unsubscribed',
  'no-consent',
  'inactive',
  'erased',
  'cancelled',
  'bad-address',
  'paused',
  'too-soon',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export const REJECT_REASONS = [
  'no-such-mailbox',
  'mailbox-full',
  'mailbox-disabled',
  'too-big',
  'content',
  'refused',
  'gave-up',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const TROUBLE_REASONS = [
  'unreachable',
  'tls',
  'auth',
  'policy',
  'reputation',
  'protocol',
  'sender-refused',
] as const;
export type TroubleReason = (typeof TROUBLE_REASONS)[number];

/** A person has looked at an *uncertain* delivery: nobody sends it again. */
export const CLOSED = 'closed';

/** What is known of a final dot whose reply nobody read. */
export interface WrittenDot {
  /** ms since 1970, by the clock of the machine that wrote it. */
  readonly at: number;
  /** The id of the transport it went to. */
  readonly transport: string;
}

/** The end, or the present state, of one try. See docs/guarantees.md for the table. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: Reply }
  | { readonly kind: 'deferred'; readonly reply: Reply | null }
  | { readonly kind: 'rejected'; readonly because: RejectReason; readonly reply: Reply }
  | { readonly kind: 'skipped'; readonly because: SkipReason }
  | { readonly kind: 'uncertain'; readonly dot?: WrittenDot }
  /** Nothing of the message was begun: back to pending, the transport pauses, a person is told. */
  | { readonly kind: 'trouble'; readonly because: TroubleReason; readonly reply: Reply | null };

export const DELIVERY_STATES = [
  'pending',
  'sending',
  'accepted',
  'deferred',
  'rejected',
  'skipped',
  'uncertain',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
