import { proxyTrust, type ProxySettings } from '../domain/access/client-address';
import { createChangeAllowList } from '../flows/change-allow-list';
import { createCheckAddress } from '../flows/check-address';
import { LOG_EVENTS } from '../names';
import type { Foundation } from './foundation';

/** The IP allow-list: asked at each request, changed in the settings. */
export function wireAccess({ strapi, config, stores, world }: Foundation) {
  const { allowList } = config;
  const { hops, isForgeable } = proxyTrust(allowList.trustedProxyHops, proxyOf(strapi));
  if (isForgeable) world.log.warn(LOG_EVENTS.proxyForgeable, { setting: 'server.proxy' });
  const { accountQuietDays } = config.approval;
  const deps = { ...stores, ...world, allowList, accountQuietDays };
  const { check, forget } = createCheckAddress(deps);
  return {
    isForgeable,
    room: { hops, check, ...createChangeAllowList({ ...deps, changed: forget }) },
  };
}

export type Access = ReturnType<typeof wireAccess>;

/** As Strapi hands it to Koa. */
const proxyOf = ({ config }: Foundation['strapi']): ProxySettings => ({
  koa: Boolean(config.get('server.proxy.koa')),
  ipHeader: String(config.get('server.proxy.ipHeader') ?? 'X-Forwarded-For'),
  maxIpsCount: Number(config.get('server.proxy.maxIpsCount') ?? 0),
});
