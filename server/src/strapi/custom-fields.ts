import type { Core } from '@strapi/types';
import { PLUGIN_ID } from '../names';

const inputSize = { default: 12, isResizable: false } as const;

/**
 * The fields of a campaign that are no text. `audience` holds `{ include, exclude, segments? }`, ids of lists and segments;
 * `sender` an id of the settings; `wished-time` `{ local, zone }`. Parsed at submit, whoever wrote them.
 */
const CUSTOM_FIELDS = [
  { name: 'audience', plugin: PLUGIN_ID, type: 'json', inputSize },
  { name: 'sender', plugin: PLUGIN_ID, type: 'string', inputSize },
  { name: 'wished-time', plugin: PLUGIN_ID, type: 'json', inputSize },
] as const;

/** Before Strapi reads its content types: in `register`. */
export const registerCustomFields = (strapi: Core.Strapi): void =>
  strapi.customFields.register([...CUSTOM_FIELDS]);
