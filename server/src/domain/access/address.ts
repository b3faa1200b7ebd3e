import { isIP, SocketAddress } from 'node:net';

export type Family = 'ipv4' | 'ipv6';

/** An IP address in its one spelling; an IPv6 address that stands for an IPv4 one (RFC 4291 §2.5.5.2) is that one. */
export interface IpAddress {
  readonly text: string;
  readonly family: Family;
}

/** Addresses that begin alike. */
export interface IpRange {
  readonly first: IpAddress;
  /** Bits that are compared: 0 to 32, or to 128. */
  readonly prefix: number;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };
/** Of an IPv6 address, before the IPv4 one it stands for. */
const MAPPED_BITS = 96;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/** A zone (`fe80::1%eth0`) is let go: it names an interface of this machine. Null for anything else than an address. */
export function parseAddress(text: string): IpAddress | null {
  const version = isIP(text);
  if (version === 0) return null;
  if (version === 4) return { text, family: 'ipv4' };
  const plain = text.split('%')[0] ?? '';
  const { address } = new SocketAddress({ address: plain, family: 'ipv6' });
  const v4 = MAPPED.exec(address)?.[1];
  return v4 === undefined ? { text: address, family: 'ipv6' } : { text: v4, family: 'ipv4' };
}

/** One address, or an address and how many of its bits count (CIDR, RFC 4632 §3.1). Null for anything else. */
export function parseRange(text: string): IpRange | null {
  const [address = '', bits, ...more] = text.trim().split('/');
  const first = address.includes('%') ? null : parseAddress(address);
  if (first === null || more.length > 0) return null;
  if (bits === undefined) return { first, prefix: BITS[first.family] };
  if (!/^(?:0|[1-9]\d{0,2})$/.test(bits)) return null;
  // Of a mapped address the IPv4 part counts; fewer bits than stand before it would hold more than IPv4.
  const isMapped = first.family === 'ipv4' && isIP(address) === 6;
  const prefix = Number(bits) - (isMapped ? MAPPED_BITS : 0);
  return prefix >= 0 && prefix <= BITS[first.family] ? { first, prefix } : null;
}

/** `192.0.2.7`, or `192.0.2.0/24`. */
export const rangeText = ({ first, prefix }: IpRange): string =>
  prefix === BITS[first.family] ? first.text : `${first.text}/${prefix}`;
