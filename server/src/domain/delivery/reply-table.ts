import type { RejectReason, Stage, TroubleReason } from './outcome';

/** What a reply means for the delivery; the reply itself is added by `replies.ts`. */
export type Verdict =
  | { readonly kind: 'deferred' }
  | { readonly kind: 'rejected'; readonly because: RejectReason }
  | { readonly kind: 'trouble'; readonly because: TroubleReason };

/** All that a row names must hold; the first row that fits decides. */
export interface ReplyRow {
  readonly stages?: readonly Stage[];
  /** Codes, `x` standing for any digit: `5xx`, `530 535`. */
  readonly code?: string;
  /** Subject and detail of the enhanced code, whatever its class (RFC 3463 §2): `1.1`, `7.x`. */
  readonly detail?: string;
  readonly text?: RegExp;
  readonly verdict: Verdict;
}

const deferred: Verdict = { kind: 'deferred' };
const rejected = (because: RejectReason): Verdict => ({ kind: 'rejected', because });
const trouble = (because: TroubleReason): Verdict => ({ kind: 'trouble', because });

const SENDER =
  /\bsender\b.{0,40}\b(reject|refus|denied|verif|not (exist|allowed|found)|invalid|unknown)|(reject|invalid|bad|unknown|unverified) sender\b|purported responsible address/i;
const LISTED =
  /block(ed|ing)? (using|by|list)|black ?list|deny ?list|dnsbl|\brbl\b|spamhaus|spamcop|barracuda|reputation|listed (in|at|by|on)\b|\bip\b.{0,30}(block|limit|reject|denied)/i;
const SPAM =
  /\bspam|\bube\b|\buce\b|unsolicited|\bjunk\b|bulk mail|content reject|phish|virus|malware/i;
const AUTHENTICITY =
  /\bdmarc\b|\bspf\b|\bdkim\b|unauthenticated|\brelay(ing)?\b.{0,20}(denied|not|prohibit|disallow)|unable to relay|client host rejected|reverse dns|\bptr\b|host network not allowed|not verified/i;
const NO_SUCH_USER =
  /\b(user|recipient|mailbox|address|account|addressee)\b.{0,60}\b(unknown|not found|does ?n[o']t exist|does not exist|no longer (exists|valid|available))|\b(unknown|no such|invalid|nonexistent|non-existent) (local )?(user|recipient|mailbox|address|account|addressee)|\bdoes(n't| not) have an? .{0,40}account|not our (user|customer)|no mailbox (here|by)/i;
const FULL =
  /\b(mailbox|inbox|account|user)\b.{0,20}\b(is )?full\b|mailbox full|over ?quota|quota (exceeded|full)|exceed.{0,20}\bquota|out of (storage|space)|insufficient (system )?storage/i;
const DISABLED =
  /\b(user|recipient|mailbox|address|account)\b.{0,40}\b(disabled|inactive|suspended|frozen|deactivated|expired|locked)|\b(disabled|inactive|suspended|deactivated) (user|recipient|mailbox|address|account|email)/i;
const TOO_BIG = /(message|mail|size).{0,30}(too (big|large|long)|exceed|limit)|\blength exceeds/i;
const THEIR_RULE =
  /\b(group|list|recipient|user|mailbox)\b.{0,60}\b(restrict|not (authori[sz]ed|permitted|allowed|accept)|only accept|unknown)|not (authori[sz]ed|permitted|allowed) to send (mail )?to/i;
const TLS_FIRST = /starttls|\btls\b|encrypt/i;

/** RFC 7372 and what Google and Microsoft answer: SPF, PTR, DKIM, alignment, TLS. Ours to mend. */
const NOT_AUTHENTIC =
  '7.20 7.21 7.22 7.23 7.24 7.25 7.26 7.27 7.29 7.30 7.31 7.32 7.40 7.509 7.515';
const BANNED = '7.28 7.506 7.508 7.511 7.6xx 7.7xx';

/**
 * What a refusal means: stage × code × enhanced code × text, tried from the top. 2yz after the dot
 * is not here: that is *accepted*. Text rules are strict about `no-such-mailbox`, the one verdict
 * that costs us a subscriber, and whatever speaks of policy or reputation stands above it.
 */
export const REPLY_TABLE: readonly ReplyRow[] = [
  // Before MAIL: never the reader's fault.
  { stages: ['greeting', 'ehlo'], text: LISTED, verdict: trouble('reputation') },
  { stages: ['connect', 'greeting'], verdict: trouble('unreachable') },
  { stages: ['ehlo'], verdict: trouble('protocol') },
  { stages: ['tls'], verdict: trouble('tls') },
  { stages: ['auth'], verdict: trouble('auth') },

  // The relay wants something of us, whatever the stage.
  { code: '530 538', text: TLS_FIRST, verdict: trouble('tls') },
  { code: '530 534 535 538', verdict: trouble('auth') },
  { code: '5xx', detail: '7.8', verdict: trouble('auth') },
  { code: '503', verdict: trouble('protocol') },
  { code: '4xx 5xx', detail: NOT_AUTHENTIC, verdict: trouble('policy') },

  // 4yz: the digit decides that it is tried again, the rest only why (RFC 5321 §4.2.1).
  { code: '4xx', verdict: deferred },

  // The sender, at MAIL or wherever the relay looks at it.
  { code: '5xx', detail: '1.7 1.8', verdict: trouble('sender-refused') },
  { code: '5xx', text: SENDER, verdict: trouble('sender-refused') },
  { stages: ['mail'], code: '552 5xx', detail: '3.4 2.3', verdict: rejected('too-big') },
  { stages: ['mail'], code: '5xx', text: LISTED, verdict: trouble('reputation') },
  { stages: ['mail'], code: '5xx', detail: '7.x 7.xx 7.xxx', verdict: trouble('policy') },
  { stages: ['mail'], code: '5xx', verdict: trouble('sender-refused') },

  // Our standing, however it is dressed.
  { code: '5xx', detail: BANNED, verdict: trouble('reputation') },
  { code: '5xx', text: LISTED, verdict: trouble('reputation') },

  // The address. RFC 7505: 556 and x.1.10 are a null MX.
  { code: '5xx', detail: '1.1 1.3 1.6 1.10', verdict: rejected('no-such-mailbox') },
  { code: '556', verdict: rejected('no-such-mailbox') },

  // The mailbox.
  { code: '5xx', detail: '2.2', verdict: rejected('mailbox-full') },
  { code: '5xx', detail: '2.1', text: /\brate\b|too quickly/i, verdict: rejected('refused') },
  { code: '5xx', detail: '2.1 7.13', verdict: rejected('mailbox-disabled') },
  { code: '5xx', detail: '2.3 3.4', verdict: rejected('too-big') },

  // Policy. A rule of one recipient's stops one message; a rule about us stops the transport.
  { code: '5xx', detail: '7.17', verdict: rejected('refused') },
  { code: '5xx', detail: '7.x 7.xx 7.xxx', text: SPAM, verdict: trouble('reputation') },
  { code: '5xx', detail: '7.x 7.xx 7.xxx', text: AUTHENTICITY, verdict: trouble('policy') },
  { code: '5xx', detail: '7.x 7.xx 7.xxx', text: THEIR_RULE, verdict: rejected('refused') },
  { code: '5xx', detail: '7.x 7.xx 7.xxx', verdict: trouble('policy') },

  // The message.
  { code: '5xx', detail: '6.7', verdict: rejected('refused') },
  { code: '5xx', detail: '6.x', verdict: rejected('content') },

  // A bare 5yz, or a code that says nothing: only its words are left.
  { code: '5xx', text: AUTHENTICITY, verdict: trouble('policy') },
  { code: '5xx', text: SPAM, verdict: trouble('reputation') },
  // After the dot many say *unknown user* and mean that their filter or the reader's settings refused.
  {
    stages: ['rcpt', 'data'],
    code: '550 551 553 554',
    text: NO_SUCH_USER,
    verdict: rejected('no-such-mailbox'),
  },
  { code: '55x', text: FULL, verdict: rejected('mailbox-full') },
  { code: '55x', text: DISABLED, verdict: rejected('mailbox-disabled') },
  { code: '55x', text: TOO_BIG, verdict: rejected('too-big') },
  { code: '5xx', text: /polic(y|ies)/i, verdict: trouble('policy') },
  { code: '5xx', verdict: rejected('refused') },

  // No code a relay may answer here: nothing was accepted, and nothing is known.
  { verdict: deferred },
];
