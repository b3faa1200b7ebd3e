import type { Context } from 'koa';
import { clientAddress } from '../domain/access/client-address';
import { DOORS, type Asking, type Door } from '../domain/access/asking';
import { UNKNOWN_HAND } from '../domain/editions/edition';
import type { Ability } from '../domain/access/rights';
import { hopsBefore } from './hops';
import { languageOfHeader, languageOfTag, type Language } from './language';

/** What Strapi's authentication leaves behind; parsed here and nowhere else. */
interface AuthState {
  readonly auth?: { readonly strategy?: { readonly name?: unknown } };
  readonly user?: unknown;
  readonly auditSource?: unknown;
  readonly userAbility?: Ability;
}

/**
 * What we read of a Koa context. Its own properties only: what Strapi hands to policies is a copy
 * without the prototype.
 */
export type Incoming = Pick<Context, 'app' | 'req' | 'request' | 'state'> & {
  /** Of the route's path. */
  readonly params?: Readonly<Record<string, unknown>>;
};

/** The admin user a request belongs to. */
export interface Caller {
  /** documentId */
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
}

/** Strategies whose `user` is an admin user. Others may carry the same numeric id. */
const ADMIN_DOORS: readonly Door[] = ['admin', 'admin-token'];

export function doorOf(state: AuthState | undefined): Door {
  if (!state?.auth) return 'public';
  const name = state.auth.strategy?.name;
  return DOORS.find((door) => door === name) ?? 'unknown';
}

/** For an admin user: by the admin's own door, or by MCP, which looks at the token by itself. */
export const isForStaff = (state: AuthState | undefined): boolean =>
  ADMIN_DOORS.includes(doorOf(state)) || state?.auditSource === 'mcp';

/** The admin user behind the request, or null when it came by any other door. */
export function callerOf(state: AuthState | undefined): Caller | null {
  if (!ADMIN_DOORS.includes(doorOf(state)) || !isRecord(state?.user)) return null;
  const { documentId, preferedLanguage } = state.user;
  if (typeof documentId !== 'string') return null;
  return {
    id: documentId,
    name: nameOf(state.user),
    language: typeof preferedLanguage === 'string' ? preferedLanguage : null,
  };
}

/** What an admin user is called in Strapi; their address is no name. Empty if they gave none. */
export function nameOf(user: Readonly<Record<string, unknown>>): string {
  const full = [user.firstname, user.lastname].filter((part) => typeof part === 'string' && part);
  if (full.length > 0) return full.join(' ');
  return typeof user.username === 'string' ? user.username : '';
}

export const askingOf = (ctx: Incoming): Asking => ({
  person: callerOf(ctx.state)?.id ?? UNKNOWN_HAND,
  door: doorOf(ctx.state),
  ip: addressOf(ctx),
});

/** What the roles of the admin user behind the request allow; null: there is none. */
export const abilityOf = (state: AuthState | undefined): Ability | null =>
  callerOf(state) === null ? null : (state?.userAbility ?? null);

export const languageOf = (ctx: Incoming): Language =>
  languageOfTag(callerOf(ctx.state)?.language) ??
  languageOfHeader(ctx.req.headers['accept-language']) ??
  'en';

/** Not Koa's `ctx.ip`: unless Strapi counts its proxies that is what the client wrote. */
function addressOf({ app, req }: Incoming): string | null {
  const forwardedFor = req.headers['x-forwarded-for'];
  const arrival = {
    socket: req.socket.remoteAddress,
    forwardedFor: Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
  };
  return clientAddress(arrival, hopsBefore(app))?.text ?? null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
