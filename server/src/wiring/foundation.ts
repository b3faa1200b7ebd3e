import type { Core } from '@strapi/types';
import { systemChance, systemClock } from '../adapters/clock';
import { createLog } from '../adapters/log';
import { createDb, type Db, type StrapiDatabase } from '../adapters/store/database';
import type { Config } from '../config/config';
import type { Chance, Clock, Log } from '../ports';
import { signerOf } from './identity';
import { openStores, type Stores } from './stores';

/** What everything else stands on. */
export interface Foundation {
  readonly strapi: Core.Strapi;
  readonly config: Config;
  readonly db: Db;
  readonly stores: Stores;
  readonly world: { readonly clock: Clock; readonly chance: Chance; readonly log: Log };
}

export function layFoundation(strapi: Core.Strapi, config: Config): Foundation {
  const db = createDb(strapi.db as unknown as StrapiDatabase);
  const world = { clock: systemClock, chance: systemChance, log: createLog(strapi.log) };
  return { strapi, config, db, world, stores: openStores(strapi, db, signerOf(config, world)) };
}
