import { parseAddress, type IpAddress } from './address';

/** What a request says of where it comes from. */
export interface Arrival {
  /** The other end of the connection: nobody can forge it. */
  readonly socket: string | undefined;
  /** The `X-Forwarded-For` header: each proxy writes at its right end whom it was asked by. */
  readonly forwardedFor: string | undefined;
}

/**
 * Who asked, behind as many proxies of ours: counted from the right, since what stands further left was
 * written by whoever asked. Null if it came past fewer proxies, or what stands there is no address.
 */
export function clientAddress(
  { socket, forwardedFor = '' }: Arrival,
  hops: number,
): IpAddress | null {
  if (hops === 0) return parseAddress(socket ?? '');
  const entry = forwardedFor.split(',').at(-hops);
  return entry === undefined ? null : parseAddress(withoutPort(entry.trim()));
}

/** Some proxies write the port as well, and an IPv6 address in brackets then. */
const withoutPort = (entry: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ??
  /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(entry)?.[1] ??
  entry;

/** Strapi's `server.proxy`. */
export interface ProxySettings {
  /** Whether Strapi believes the header at all. */
  readonly koa: boolean;
  readonly ipHeader: string;
  /** How many entries from the right Strapi believes; 0: all of them, and takes the left-most. */
  readonly maxIpsCount: number;
}

export interface ProxyTrust {
  /** Proxies of ours between the client and Strapi, 0 to 10. */
  readonly hops: number;
  /** Strapi takes an address that the client itself can write. We do not, and take the socket's. */
  readonly isForgeable: boolean;
}

/** @param configured `allowList.trustedProxyHops`; null: as Strapi's own setting has it */
export function proxyTrust(configured: number | null, strapi: ProxySettings): ProxyTrust {
  if (configured !== null) return { hops: configured, isForgeable: false };
  if (!strapi.koa) return { hops: 0, isForgeable: false };
  const isCounted = strapi.maxIpsCount > 0 && /^x-forwarded-for$/i.test(strapi.ipHeader);
  return isCounted
    ? { hops: strapi.maxIpsCount, isForgeable: false }
    : { hops: 0, isForgeable: true };
}
