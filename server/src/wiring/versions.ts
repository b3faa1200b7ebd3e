import type { Core } from '@strapi/types';
import { version } from '../../../package.json';

export const VERSION: string = version;

/** Frozen into each edition: with what code its bytes were made. */
export const versionsOf = (strapi: Core.Strapi): { countersign: string; strapi: string } => ({
  countersign: VERSION,
  strapi: String(strapi.config.get('info.strapi', 'unknown')),
});
