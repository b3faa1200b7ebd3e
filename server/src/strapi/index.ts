import type { Core } from '@strapi/types';
import { createAuditorService } from './auditor';
import { registerConditions } from './conditions';
import { campaign } from './content-types/campaign';
import { controllers } from './controllers';
import { registerCustomFields } from './custom-fields';
import { watchAccounts } from './guard/accounts';
import { guardCampaigns } from './guard/doors';
import { hideFromGraphql } from './guard/graphql';
import { watchHands } from './guard/hands';
import { guardOtherRoutes } from './guard/other-routes';
import { watchPictures } from './guard/pictures';
import { keepTables } from './guard/tables';
import { trustHops } from './hops';
import { createHouseService, openHouse, type Opened } from './house';
import { registerPermissions } from './permissions';
import { policies } from './policies';
import { routes } from './routes';
import { createWorkerService } from './worker';

/** The part of the server entry that Strapi reads as it is. */
export const doors = {
  contentTypes: { campaign },
  controllers,
  policies,
  routes,
  services: {
    house: createHouseService,
    worker: createWorkerService,
    auditor: createAuditorService,
  },
};

/** In `register`, before anything that may fail: from here on no door is open that should not be. */
export function closeDoors(strapi: Core.Strapi): void {
  registerCustomFields(strapi);
  hideFromGraphql(strapi);
  guardOtherRoutes(strapi);
  strapi.documents.use(guardCampaigns(strapi));
}

/** First thing in `bootstrap`, awaited: what would be lost if the rest of it failed. */
export async function keepWhatIsOurs(strapi: Core.Strapi): Promise<void> {
  await registerPermissions(strapi);
  await registerConditions(strapi);
  await keepTables(strapi);
}

/** In `bootstrap`, once our tables are there; answers a function that closes again, for `destroy`. */
export function openDoors(strapi: Core.Strapi, what: Opened): () => void {
  trustHops(strapi.server.app, what.entrance.access.hops);
  openHouse(strapi, what);
  const stops = [watchHands(strapi), watchAccounts(strapi), watchPictures(strapi)];
  return () => stops.forEach((stop) => stop());
}

export { openAuditor } from './auditor';
export { openWorker } from './worker';
export type { Entrance, House, Opened } from './house';
