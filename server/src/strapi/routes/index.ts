import type { Endpoint } from '../../contracts/endpoint';
import { ENDPOINTS } from '../../contracts/endpoints';
import { PLUGIN_ID } from '../../names';

const policy = (name: string, config?: object) => ({
  name: `plugin::${PLUGIN_ID}.${name}`,
  ...(config ? { config } : {}),
});

const fromAllowedAddress = (shows: Endpoint['shows']) =>
  policy('from-allowed-address', { scope: shows ?? 'everything' });

/**
 * What stands before each door, in this order: signed in, from an allowed address, permitted. Made anew
 * for each route; Strapi changes the arrays it is given.
 */
const GUARDS: Readonly<Record<Endpoint['door'], (endpoint: Endpoint) => object>> = {
  admin: ({ needs, shows, about }) => ({
    policies: [
      policy('signed-in'),
      fromAllowedAddress(shows),
      policy('permitted', { anyOf: [...needs], about }),
    ],
  }),
  api: ({ shows }) => ({ policies: [policy('by-token'), fromAllowedAddress(shows)] }),
  public: () => ({ auth: false }),
};

/** The one place where a route of ours is made. */
const routeOf = ([name, endpoint]: [string, Endpoint]) => ({
  method: endpoint.method,
  path: endpoint.path,
  handler: name,
  config: GUARDS[endpoint.door](endpoint),
});

const routesOf = (...doors: Endpoint['door'][]) =>
  Object.entries<Endpoint>(ENDPOINTS)
    .filter(([, { door }]) => doors.includes(door))
    .map(routeOf);

export const routes = {
  admin: { type: 'admin', routes: routesOf('admin') },
  'content-api': { type: 'content-api', routes: routesOf('api', 'public') },
};
