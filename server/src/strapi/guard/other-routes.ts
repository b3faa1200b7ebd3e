import type { Core, UID } from '@strapi/types';
import { CAMPAIGN_UID, PLUGIN_ID } from '../../names';
import type { Incoming } from '../requests';

interface Route {
  readonly path?: string;
  readonly config?: { readonly policies?: readonly unknown[] };
}
interface Router {
  readonly routes: readonly Route[];
  readonly type?: string;
}
type RouterOrMaker = Router | ((context: { strapi: Core.Strapi }) => Router);
type Routers = readonly Route[] | Readonly<Record<string, RouterOrMaker>>;

/** Plugins of Strapi's whose routes show or change entries of any content type, ours too. */
export const ENTRY_PLUGINS = [
  ...['content-manager', 'i18n'],
  ...['content-releases', 'review-workflows'],
] as const;

export const DRAFTS_POLICY = `plugin::${PLUGIN_ID}.campaigns-have-no-drafts`;
export const CAMPAIGNS_POLICY = `plugin::${PLUGIN_ID}.campaigns-from-allowed-address`;

/**
 * In `register`, before Strapi makes its routes: puts our question before each of theirs. A document
 * middleware alone would miss relations, counts and single reads. The routes are copied, since another
 * Strapi of the same process shares the originals.
 */
export function guardOtherRoutes(strapi: Core.Strapi): void {
  for (const name of ENTRY_PLUGINS) {
    const plugin = strapi.plugin(name) as { routes: Routers } | undefined;
    if (plugin) plugin.routes = guarded(plugin.routes);
  }
}

const guarded = (routers: Routers): Routers =>
  isList(routers)
    ? routers.map(guardRoute)
    : Object.fromEntries(Object.entries(routers).map(([name, one]) => [name, guardRouter(one)]));

const isList = (routers: Routers): routers is readonly Route[] => Array.isArray(routers);

function guardRouter(router: RouterOrMaker): RouterOrMaker {
  if (typeof router === 'function') return (context) => guardMade(router(context));
  return guardMade(router);
}

/** What is not for the admin asks for no session, and is guarded by itself. */
const guardMade = (router: Router): Router =>
  router.type === 'content-api' ? router : { ...router, routes: router.routes.map(guardRoute) };

const guardRoute = (route: Route): Route => ({
  ...route,
  config: { ...route.config, policies: [...guardsOf(route), ...(route.config?.policies ?? [])] },
});

/** What has no drafts has nothing to publish; Strapi's controllers fail at that rather than say so. */
const guardsOf = ({ path = '' }: Route): readonly string[] =>
  PUBLISHING.test(path) ? [CAMPAIGNS_POLICY, DRAFTS_POLICY] : [CAMPAIGNS_POLICY];

const PUBLISHING = /\/actions\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/** Whether a request of another plugin's is about campaigns: it names their type, or a relation that leads to it. */
export function isAboutCampaigns(strapi: Core.Strapi, ctx: Incoming): boolean {
  const params = ctx.params ?? {};
  const named = [params, ctx.request.query, bodyOf(ctx)].flatMap(valuesOf);
  return named.includes(CAMPAIGN_UID) || leadsToCampaigns(strapi, params);
}

const bodyOf = ({ request }: Incoming): unknown => ('body' in request ? request.body : null);

const valuesOf = (part: unknown): unknown[] =>
  typeof part === 'object' && part !== null ? Object.values(part).flat() : [];

/** `/relations/:model/:targetField`, of a type or a component of the site. */
function leadsToCampaigns(strapi: Core.Strapi, params: Readonly<Record<string, unknown>>): boolean {
  const { model, targetField } = params;
  if (typeof model !== 'string' || typeof targetField !== 'string') return false;
  const attribute = strapi.getModel(model as UID.Schema)?.attributes[targetField];
  return attribute?.type === 'relation' && Reflect.get(attribute, 'target') === CAMPAIGN_UID;
}
