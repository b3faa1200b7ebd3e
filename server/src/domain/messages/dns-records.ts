export const DNS_VERDICTS = ['ok', 'missing', 'wrong', 'unreachable'] as const;
export type DnsVerdict = (typeof DNS_VERDICTS)[number];

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
