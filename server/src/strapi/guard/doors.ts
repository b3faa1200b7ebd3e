import type { Core, Modules } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Asking } from '../../domain/access/asking';
import { UNKNOWN_HAND } from '../../domain/editions/edition';
import { actionOf, CAMPAIGN_UID } from '../../names';
import { entranceOf } from '../house';
import type { RefusalCode } from '../refusals';
import { abilityOf, askingOf, doorOf, isForStaff, languageOf, type Incoming } from '../requests';
import { permittedAmong } from '../rights';
import { REFUSAL_WORDS } from '../words/refusals';

type Middleware = Modules.Documents.Middleware.Middleware;
type Action = Parameters<Middleware>[0];

/** What reads; every other action of the document service is a write, those of later versions too. */
const READS: readonly string[] = ['findOne', 'findFirst', 'findMany', 'count'];

/** Who writes the campaign now: the admin session of the request around us, or nobody we know. */
export function writerOf(strapi: Core.Strapi): Asking {
  const ctx = strapi.requestContext.get();
  return ctx ? askingOf(ctx) : { person: UNKNOWN_HAND, door: 'house', ip: null };
}

/**
 * Deny by default: a request may write campaigns with an admin user's right to, and not otherwise.
 * REST, GraphQL, MCP and whatever comes next end here. Host code outside of a request may write; its
 * hand is unknown, and the change voids the review.
 */
export const guardCampaigns =
  (strapi: Core.Strapi): Middleware =>
  async (action, next) => {
    if (action.uid !== CAMPAIGN_UID) return next();
    if (READS.includes(action.action)) return (await isInside(strapi)) ? next() : nothing(action);
    await refuseStrangers(strapi, action);
    if (!(await isInside(strapi))) refuse(strapi, 'address-not-allowed');
    if (action.action !== 'clone') return next();
    return strapi.db.transaction(async () => inheritHands(strapi, action.params, await next()));
  };

async function refuseStrangers(strapi: Core.Strapi, write: Action): Promise<void> {
  const ctx = strapi.requestContext.get();
  if (ctx && !(await mayWrite(strapi, ctx, write))) refuse(strapi, 'not-permitted');
}

/** What is created is nobody else's yet; everything else is asked for the campaign itself. */
async function mayWrite(
  strapi: Core.Strapi,
  ctx: Incoming,
  { action, params }: Action,
): Promise<boolean> {
  if (action === 'create') return abilityOf(ctx.state)?.can(actionOf('campaign.write')) === true;
  const campaign = 'documentId' in params ? String(params.documentId) : '';
  const asked = { permission: 'campaign.write', campaigns: [campaign] } as const;
  return (await permittedAmong(strapi, ctx, asked)).has(campaign);
}

/** @throws PolicyError */
function refuse(strapi: Core.Strapi, code: RefusalCode): never {
  const ctx = strapi.requestContext.get();
  throw new errors.PolicyError(REFUSAL_WORDS[code][ctx ? languageOf(ctx) : 'en'], {
    code,
    door: doorOf(ctx?.state),
  });
}

/**
 * Whether the admin user of the request around us, if there is one, is where the allow-list lets them in.
 * Routes that name campaigns were asked before; this is for those that show entries of every kind.
 */
async function isInside(strapi: Core.Strapi): Promise<boolean> {
  const ctx = strapi.requestContext.get();
  if (!ctx || !isForStaff(ctx.state)) return true;
  return entranceOf(strapi).access.check(askingOf(ctx), 'everything');
}

/** From outside there are no campaigns: a page of many kinds still shows the others. */
function nothing({ action }: { readonly action: string }): [] | 0 | null {
  if (action === 'findMany') return [];
  return action === 'count' ? 0 : null;
}

/** In the copy's own transaction: there is no moment at which it has no hands. */
async function inheritHands<Copy>(
  strapi: Core.Strapi,
  params: { readonly documentId?: unknown },
  copy: Copy,
): Promise<Copy> {
  const from = params.documentId;
  const to = documentIdOf(copy);
  if (typeof from === 'string' && to !== undefined) {
    await entranceOf(strapi).watch.cloned(from, to, writerOf(strapi));
  }
  return copy;
}

export function documentIdOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('documentId' in row)) return undefined;
  return typeof row.documentId === 'string' ? row.documentId : undefined;
}
