import type { Core, Modules } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Asking } from '../../domain/access/asking';
import { UNKNOWN_HAND } from '../../domain/editions/edition';
import { CAMPAIGN_UID } from '../../names';
import { entranceOf } from '../house';
import { askingOf, doorOf, languageOf, mayCaller } from '../requests';
import { REFUSAL_WORDS } from '../words/refusals';

type Middleware = Modules.Documents.Middleware.Middleware;

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
    if (action.uid !== CAMPAIGN_UID || READS.includes(action.action)) return next();
    refuseStrangers(strapi);
    if (action.action !== 'clone') return next();
    return strapi.db.transaction(async () => inheritHands(strapi, action.params, await next()));
  };

function refuseStrangers(strapi: Core.Strapi): void {
  const ctx = strapi.requestContext.get();
  if (!ctx || mayCaller(ctx.state, 'campaign.write')) return;
  const code = 'not-permitted';
  throw new errors.PolicyError(REFUSAL_WORDS[code][languageOf(ctx)], {
    code,
    door: doorOf(ctx.state),
  });
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
