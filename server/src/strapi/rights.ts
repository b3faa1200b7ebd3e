import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/types';
import type { About } from '../contracts/endpoint';
import { mayEverywhere, mayOn, type Ability } from '../domain/access/rights';
import { actionOf, PERMISSIONS, type Permission } from '../names';
import { entranceOf } from './house';
import { abilityOf, type Incoming } from './requests';

/** What each request is about, as entries that a condition can be held against. */
const ABOUT = new WeakMap<IncomingMessage, readonly object[]>();

/** Whether the caller holds the right for what the request is about; before `lookAt`: at all. */
export function may(ctx: Incoming, permission: Permission): boolean {
  const ability = abilityOf(ctx.state);
  if (!ability?.can(actionOf(permission))) return false;
  const entries = ABOUT.get(ctx.req);
  return entries === undefined || mayOn(ability, actionOf(permission), entries);
}

/**
 * Finds out what the request is about. Strapi's own policy asks for the action alone, which a role with
 * a condition always holds: its conditions would mean nothing.
 *
 * @param about absent: no campaign, so that a right on some campaigns only is not enough
 */
export async function lookAt(
  strapi: Core.Strapi,
  ctx: Incoming,
  about: About | undefined,
): Promise<void> {
  if (about === 'some-campaigns') return;
  const ability = abilityOf(ctx.state);
  const isNarrow = ability !== null && PERMISSIONS.some((one) => isNarrowed(ability, one));
  ABOUT.set(ctx.req, isNarrow && about ? await entriesAt(strapi, ctx, about) : []);
}

/** The campaigns among these for which the caller holds the right. */
export async function permittedAmong(
  strapi: Core.Strapi,
  ctx: Incoming,
  {
    permission,
    campaigns,
  }: { readonly permission: Permission; readonly campaigns: readonly string[] },
): Promise<ReadonlySet<string>> {
  const ability = abilityOf(ctx.state);
  if (!ability) return new Set();
  if (mayEverywhere(ability, actionOf(permission))) return new Set(campaigns);
  const entries = await entranceOf(strapi).rights.entriesOf([...new Set(campaigns)]);
  return new Set(
    campaigns.filter((id) => mayOn(ability, actionOf(permission), entries.get(id) ?? [])),
  );
}

const isNarrowed = (ability: Ability, permission: Permission): boolean =>
  ability.can(actionOf(permission)) && !mayEverywhere(ability, actionOf(permission));

async function entriesAt(
  strapi: Core.Strapi,
  { params }: Incoming,
  about: Exclude<About, 'some-campaigns'>,
): Promise<readonly object[]> {
  const { rights } = entranceOf(strapi);
  const id = String(params?.id);
  const campaign = about === 'campaign' ? id : await rights.campaignOf(id);
  return campaign === null ? [] : ((await rights.entriesOf([campaign])).get(campaign) ?? []);
}
