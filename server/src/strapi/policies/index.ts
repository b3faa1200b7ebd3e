import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Scope } from '../../domain/access/allow-list';
import type { About } from '../../contracts/endpoint';
import { PERMISSIONS } from '../../names';
import { isAboutCampaigns } from '../guard/other-routes';
import { entranceOf } from '../house';
import { askingOf, callerOf, doorOf, languageOf, type Incoming } from '../requests';
import type { RefusalCode } from '../refusals';
import { lookAt, may } from '../rights';
import { REFUSAL_WORDS } from '../words/refusals';

type PolicyContext = { readonly strapi: Core.Strapi };

/** An admin user by their own session or by an admin token; nobody else, whatever id they carry. */
const signedIn = (ctx: Incoming): boolean => {
  if (callerOf(ctx.state)) return true;
  throw new errors.UnauthorizedError(...words(ctx, 'not-signed-in'));
};

/** From an address that the allow-list lets in. */
async function fromAllowedAddress(
  ctx: Incoming,
  { scope }: { readonly scope: Scope },
  { strapi }: PolicyContext,
): Promise<boolean> {
  if (await entranceOf(strapi).access.check(askingOf(ctx), scope)) return true;
  throw new errors.PolicyError(...words(ctx, 'address-not-allowed'));
}

/** The same before a route of another plugin's, where it is about campaigns. */
const campaignsFromAllowedAddress = async (
  ctx: Incoming,
  _config: unknown,
  context: PolicyContext,
): Promise<boolean> =>
  !isAboutCampaigns(context.strapi, ctx) ||
  fromAllowedAddress(ctx, { scope: 'everything' }, context);

const campaignsHaveNoDrafts = (
  ctx: Incoming,
  _config: unknown,
  { strapi }: PolicyContext,
): boolean => {
  if (!isAboutCampaigns(strapi, ctx)) return true;
  throw new errors.PolicyError(...words(ctx, 'never-published'));
};

/** Holding one of `anyOf` for what the request is about. An empty list is for everybody who is signed in. */
async function permitted(
  ctx: Incoming,
  { anyOf, about }: { readonly anyOf: readonly string[]; readonly about?: About },
  { strapi }: PolicyContext,
): Promise<boolean> {
  await lookAt(strapi, ctx, about);
  if (callerOf(ctx.state) && (anyOf.length === 0 || anyOf.some(held(ctx)))) return true;
  await entranceOf(strapi).audit.refused(askingOf(ctx), anyOf.join('|'), 'not-permitted');
  throw new errors.PolicyError(...words(ctx, 'not-permitted'));
}

/** A content-API token. Users of the site have no business here, whatever role they were given. */
const byToken = (ctx: Incoming): boolean => {
  if (doorOf(ctx.state) === 'content-api-token') return true;
  throw new errors.PolicyError(...words(ctx, 'not-permitted'));
};

// A name that is no permission of ours is never held.
const held =
  (ctx: Incoming) =>
  (name: string): boolean =>
    PERMISSIONS.some((permission) => permission === name && may(ctx, permission));

const words = (ctx: Incoming, code: RefusalCode): [string, { code: RefusalCode }] => [
  REFUSAL_WORDS[code][languageOf(ctx)],
  { code },
];

/**
 * Strapi lets a policy pass that answers `undefined`, so each of ours either answers true or throws.
 */
export const policies = {
  'signed-in': signedIn,
  'from-allowed-address': fromAllowedAddress,
  'campaigns-from-allowed-address': campaignsFromAllowedAddress,
  'campaigns-have-no-drafts': campaignsHaveNoDrafts,
  permitted,
  'by-token': byToken,
};
