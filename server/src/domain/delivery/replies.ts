import type { Outcome, Reply, Stage, TroubleReason } from './outcome';
import { readReply } from './read-reply';
import { REPLY_TABLE, type ReplyRow } from './reply-table';
import { scrubAddresses } from './scrub';

/**
 * What a relay's answer makes of one delivery. The reply in the outcome holds no address.
 *
 * An answer that is no reply (garbage, or a code such as 354 after the dot) is read by where it came:
 * after the dot it leaves us *uncertain*, before it nothing can have been accepted.
 *
 * @param raw all lines of the answer, joined by `\n`
 * @param to  the recipient, hidden in the text also when only the local part is named
 */
export function outcomeOfReply(stage: Stage, raw: string, to?: string): Outcome {
  const reply = readReply(stage, raw);
  if (!reply) return outcomeOfLoss(stage, 'protocol');
  const kept = { ...reply, text: scrubAddresses(reply.text, to) };
  if (stage === 'dot' && isSuccess(reply)) return { kind: 'accepted', reply: kept };
  if (stage === 'dot' && reply.code < 400) return { kind: 'uncertain' };
  return { ...rowOf(reply).verdict, reply: kept };
}

/**
 * What it means that the connection was lost, or silent to the time-out, at this stage.
 *
 * @param trouble why, if it was before MAIL
 */
export function outcomeOfLoss(stage: Stage, trouble: TroubleReason = 'unreachable'): Outcome {
  if (stage === 'dot') return { kind: 'uncertain' };
  if (stage === 'tls') return { kind: 'trouble', because: 'tls', reply: null };
  if (stage === 'auth') return { kind: 'trouble', because: 'auth', reply: null };
  if (['connect', 'greeting', 'ehlo'].includes(stage)) {
    return { kind: 'trouble', because: trouble, reply: null };
  }
  return { kind: 'deferred', reply: null };
}

/** Whether the address must not be written to again. Only *no such mailbox* ever costs a subscriber. */
export const suppresses = (outcome: Outcome): boolean =>
  outcome.kind === 'rejected' && outcome.because === 'no-such-mailbox';

/** An answer of the *come back later* kind, whose sender wants to see half an hour pass (RFC 6647 §2). */
export const isGreylisting = (reply: Reply): boolean =>
  reply.code >= 400 &&
  reply.code < 500 &&
  (detailOf(reply) === '7.1' || /gr[ae]y-?list|try again later/i.test(reply.text));

const isSuccess = (reply: Reply): boolean => reply.code >= 200 && reply.code < 300;

/** The row of the table that decides; `reply` with its text as it came. */
export function rowOf(reply: Reply): ReplyRow {
  const row = REPLY_TABLE.find((candidate) => fits(candidate, reply));
  if (!row) throw new Error('the last row of the reply table fits everything');
  return row;
}

const fits = (row: ReplyRow, reply: Reply): boolean =>
  (row.stages?.includes(reply.stage) ?? true) &&
  matches(row.code, String(reply.code)) &&
  matches(row.detail, detailOf(reply)) &&
  (row.text?.test(reply.text) ?? true);

/** The class is left out: where it disagrees with the code, the code decides what is done. */
const detailOf = (reply: Reply): string => reply.enhanced?.slice(2) ?? '';

function matches(patterns: string | undefined, value: string): boolean {
  if (patterns === undefined) return true;
  return patterns.split(' ').some((pattern) => looksLike(pattern, value));
}

const looksLike = (pattern: string, value: string): boolean =>
  pattern.length === value.length &&
  [...pattern].every(
    (sign, at) => sign === value[at] || (sign === 'x' && /\d/.test(value[at] ?? '')),
  );
