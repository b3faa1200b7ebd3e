import type { Core } from '@strapi/types';
import { systemChance, systemClock } from '../adapters/clock';
import { announcing, type Hub } from '../adapters/host/announce';
import { createSiteRule } from '../adapters/host/site-rule';
import { createLog } from '../adapters/log';
import { createDb, type Db, type StrapiDatabase } from '../adapters/store/database';
import type { Config } from '../config/config';
import type { Chance, Clock, Log, SiteRule } from '../ports';
import { signerOf } from './identity';
import { openStores, type Stores } from './stores';

/** What everything else stands on. */
export interface Foundation {
  readonly strapi: Core.Strapi;
  readonly config: Config;
  readonly db: Db;
  readonly stores: Stores;
  readonly rule: SiteRule;
  readonly world: { readonly clock: Clock; readonly chance: Chance; readonly log: Log };
}

export function layFoundation(strapi: Core.Strapi, config: Config): Foundation {
  const db = createDb(strapi.db as unknown as StrapiDatabase);
  // Typed by Strapi for its own events only.
  const hub = strapi.eventHub as unknown as Hub;
  const log = announcing(createLog(strapi.log), hub);
  const world = { clock: systemClock, chance: systemChance, log };
  const rule = createSiteRule(config.approval.rule, log);
  const stores = openStores(strapi, db, signerOf(config, world));
  return { strapi, config, db, world, rule, stores };
}
