import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/types';
import type { About } from '../contracts/endpoint';
import { mayEverywhere, mayOn, seesAll, type Ability } from '../domain/access/rights';
import { actionOf, PERMISSIONS, type Permission } from '../names';
import { entranceOf } from './house';
import type { OnLists } from './rooms/rights';
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
 * @param about absent: nothing a condition could be held against, so that a right with one is not enough
 */
export async function lookAt(
  strapi: Core.Strapi,
  ctx: Incoming,
  about: About | undefined,
): Promise<void> {
  if (about === 'some-of-them') return;
  const ability = abilityOf(ctx.state);
  const isNarrow = ability !== null && PERMISSIONS.some((one) => isNarrowed(ability, one));
  ABOUT.set(ctx.req, isNarrow && about ? await entriesAt(strapi, ctx, about) : []);
}

/** Those of these readers or lists for which the caller holds the right. */
export function permittedOnLists<Row extends OnLists>(
  ctx: Incoming,
  { permission, rows }: { readonly permission: Permission; readonly rows: readonly Row[] },
): readonly Row[] {
  const ability = abilityOf(ctx.state);
  return ability ? rows.filter((row) => mayOn(ability, actionOf(permission), [row])) : [];
}

/** For whom of these readers the caller holds the right, whatever else the request is about. */
export async function permittedReaders(
  strapi: Core.Strapi,
  ctx: Incoming,
  { permission, readers }: { readonly permission: Permission; readonly readers: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (holdsEverywhere(ctx, permission)) return new Set(readers);
  const rows = await entranceOf(strapi).rights.readersOf(readers);
  return new Set(permittedOnLists(ctx, { permission, rows }).map(({ id }) => id));
}

/** Whether the caller holds the right without a condition: what is about all readers is about no campaign. */
export function holdsEverywhere(ctx: Incoming, permission: Permission): boolean {
  const ability = abilityOf(ctx.state);
  return ability !== null && mayEverywhere(ability, actionOf(permission));
}

const CONTENT_READ = 'plugin::content-manager.explorer.read';

/** Whether the Content Manager shows the caller these fields of all entries of a content type. */
export function maySee(ctx: Incoming, subject: string, fields: readonly string[]): boolean {
  const ability = abilityOf(ctx.state);
  return ability !== null && seesAll(ability, { action: CONTENT_READ, subject }, fields);
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
  about: Exclude<About, 'some-of-them'>,
): Promise<readonly object[]> {
  const { rights } = entranceOf(strapi);
  const id = String(params?.id);
  if (about === 'list') return [{ id, lists: [id] }];
  if (about === 'subscriber') return rights.readersOf([id]);
  if (about === 'export') {
    const list = await rights.listOfExport(id);
    return list === null ? [] : [{ id: list, lists: [list] }];
  }
  const campaign = about === 'campaign' ? id : await rights.campaignOf(id);
  return campaign === null ? [] : ((await rights.entriesOf([campaign])).get(campaign) ?? []);
}
