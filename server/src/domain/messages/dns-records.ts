import type { DkimKey } from './dkim/key';

/** `no-key`: nothing of ours to look up, since we do not sign for that domain. */
export type DnsVerdict = 'ok' | 'missing' | 'wrong' | 'unreachable' | 'no-key';

/** What was looked up, and what stood there. */
export interface DnsCheck {
  readonly record: 'spf' | 'dkim' | 'dmarc';
  readonly name: string;
  readonly verdict: DnsVerdict;
  readonly found: string | null;
  /** What should stand there, where we know: the public half of our own DKIM key. */
  readonly expected: string | null;
}

/** TXT records at a name, each already joined; null when no DNS server answered. */
export type TxtAnswer = readonly string[] | null;

/** RFC 7208 §3.2: exactly one record that begins with `v=spf1`. */
export function judgeSpf(records: TxtAnswer): DnsVerdict {
  return judgeOne(records, (text) => /^v=spf1(\s|$)/i.test(text));
}

/** RFC 9989 §4: exactly one record that begins with `v=DMARC1` and has a policy. */
export function judgeDmarc(records: TxtAnswer): DnsVerdict {
  const verdict = judgeOne(records, isDmarc);
  if (verdict !== 'ok') return verdict;
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i;
  return records?.some((text) => isDmarc(text) && policy.test(text)) ? 'ok' : 'wrong';
}

const isDmarc = (text: string): boolean => /^v\s*=\s*DMARC1\s*(;|$)/.test(text);

function judgeOne(records: TxtAnswer, isOurs: (text: string) => boolean): DnsVerdict {
  if (records === null) return 'unreachable';
  const count = records.filter(isOurs).length;
  if (count === 0) return 'missing';
  return count === 1 ? 'ok' : 'wrong';
}

/** The names a DMARC record may stand at, nearest first (RFC 9989 §4.10, the tree walk). */
export function dmarcNames(domain: string): string[] {
  const labels = domain.split('.');
  const shortest = labels.length > 7 ? labels.slice(-7) : labels.slice(1);
  const parents = shortest
    .map((_, at) => shortest.slice(at).join('.'))
    .filter((name) => name.includes('.'));
  return [domain, ...parents].map((name) => `_dmarc.${name}`);
}

/** RFC 6376 § 3.6.2.1. */
export const dkimName = ({ domain, selector }: Pick<DkimKey, 'domain' | 'selector'>): string =>
  `${selector}._domainkey.${domain}`;

/**
 * RFC 6376 § 3.6.1: exactly one record, with the key we sign with, for mail and SHA-256.
 *
 * @param expected as `dkimRecord` makes it
 */
export function judgeDkim(records: TxtAnswer, expected: string): DnsVerdict {
  const verdict = judgeOne(records, isDkim);
  if (verdict !== 'ok') return verdict;
  const [found, ours] = [tagsOf(records?.find(isDkim) ?? ''), tagsOf(expected)];
  const isOurs = found.get('p') === ours.get('p') && (found.get('k') ?? 'rsa') === ours.get('k');
  return isOurs && allows(found.get('h'), 'sha256') && allows(found.get('s'), 'email')
    ? 'ok'
    : 'wrong';
}

/** `v=` may be missing; `p=` may not. */
export const isDkim = (text: string): boolean => tagsOf(text).has('p');

const allows = (tag: string | undefined, wanted: string): boolean =>
  tag === undefined || tag.split(':').some((value) => value === wanted || value === '*');

/** White space means nothing in any of the tags we read (RFC 6376 § 3.2). */
const tagsOf = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record
      .replace(/\s/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  );
