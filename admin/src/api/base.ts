import { adminApi } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../../server/src/names';

/** `next` goes into `before` or `after` of the next request; null on the last page. */
export interface Page<Row> {
  readonly results: Row[];
  readonly next: string | null;
}

const TAGS = [
  'CountersignCampaign',
  'CountersignEdition',
  'CountersignComment',
  'CountersignPeople',
  'CountersignList',
  'CountersignSegment',
  'CountersignExport',
  'CountersignImport',
  'CountersignSettings',
  'CountersignStop',
  'CountersignRoles',
] as const;

/** Where Strapi keeps the language of the admin; the browser's own may be another. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** The server says its sentences in the language of the screen they are shown on. */
const inOurLanguage = () => ({ 'Accept-Language': localStorage.getItem(LANGUAGE_KEY) || 'en' });

export const get = (path: string, params: Record<string, unknown> = {}) => ({
  url: `/${PLUGIN_ID}${path}`,
  method: 'GET' as const,
  config: { params, headers: inOurLanguage() },
});

export const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, data?: unknown) => ({
  url: `/${PLUGIN_ID}${path}`,
  method,
  data,
  config: { headers: inOurLanguage() },
});

/**
 * Strapi's own store, with what of ours goes stale together. This folder alone fetches. Endpoints are
 * named `countersign…`: of two endpoints of one name, whoever's, Strapi's store drops the later one.
 */
export const base = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });
