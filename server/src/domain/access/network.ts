import type { IpAddress } from './address';

/** Of an IPv6 address, what names its network: a customer has a whole /64 (RFC 6177). */
const GROUPS = 4;

/** Whose an address is, as far as it tells. @param ip as `parseAddress` spells it; null: from nowhere */
export function networkOf(ip: IpAddress['text'] | null): string {
  if (ip === null) return 'unknown';
  return ip.includes(':') ? groupsOf(ip).slice(0, GROUPS).join(':') : ip;
}

/** All eight: `::` stands for as many zeros as are missing. */
function groupsOf(ip: string): string[] {
  const [before = [], after = []] = ip.split('::').map((part) => part.split(':').filter(Boolean));
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after];
}
