import type { Reply, Stage } from './outcome';

/** RFC 5321 §4.2: three digits; RFC 3463 §2: class, subject, detail. */
const LINE = /^([2-5]\d\d)(?:[ -]|$)(?:#?([245]\.\d{1,3}\.\d{1,3})(?=[\s,;:.]|$))?/;

/**
 * A relay's answer as we judge it, its text still as it came: see `scrubAddresses` before keeping it.
 * Null for anything that is no reply at all.
 *
 * @param raw all lines of one reply, joined by `\n`
 */
export function readReply(stage: Stage, raw: string): Reply | null {
  const [first = '', ...rest] = raw.slice(0, READ_AT_MOST).split(/\r?\n/);
  const match = LINE.exec(first);
  if (!match) return null;
  const lines = [first, ...rest].map((line) => line.replace(LINE, '').trim());
  return {
    stage,
    code: Number(match[1]),
    enhanced: match[2] ?? null,
    text: lines.filter((line) => line !== '').join(' '),
  };
}

const READ_AT_MOST = 2000;
