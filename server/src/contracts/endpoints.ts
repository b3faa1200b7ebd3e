import { ALLOW_LIST_ENDPOINTS } from './allow-list';
import { AUDIT_ENDPOINTS } from './audit';
import { CAMPAIGN_ENDPOINTS } from './campaigns';
import { COMMENT_ENDPOINTS } from './comments';
import { EDITION_ENDPOINTS } from './editions';
import { EXPORT_ENDPOINTS, EXPORT_FILE_ENDPOINTS } from './exports';
import { IMPORT_ENDPOINTS } from './imports';
import { PEOPLE_ENDPOINTS } from './people';
import { API_ENDPOINTS, PUBLIC_ENDPOINTS } from './public';
import { SENDING_ENDPOINTS } from './reports';
import { SEGMENT_ENDPOINTS } from './segments';
import { SETTINGS_ENDPOINTS } from './settings';
import { SOURCE_ENDPOINTS } from './sources';

/** Every endpoint there is. Routes are made from this and from nothing else. */
export const ENDPOINTS = {
  ...CAMPAIGN_ENDPOINTS,
  ...EDITION_ENDPOINTS,
  ...COMMENT_ENDPOINTS,
  ...SENDING_ENDPOINTS,
  ...PEOPLE_ENDPOINTS,
  ...EXPORT_ENDPOINTS,
  ...EXPORT_FILE_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...SEGMENT_ENDPOINTS,
  ...SOURCE_ENDPOINTS,
  ...SETTINGS_ENDPOINTS,
  ...ALLOW_LIST_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...API_ENDPOINTS,
  ...PUBLIC_ENDPOINTS,
} as const;

export type EndpointName = keyof typeof ENDPOINTS;
