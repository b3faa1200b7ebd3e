import { CAMPAIGN_UID, PLUGIN_ID } from '../../server/src/names';

const HOME = `/plugins/${PLUGIN_ID}`;
const CONTENT = `/content-manager/collection-types/${CAMPAIGN_UID}`;

/** Where things are in the admin. */
export const paths = {
  home: HOME,
  campaigns: `${HOME}/campaigns`,
  campaign: (campaignId: string) => `${HOME}/campaigns/${campaignId}`,
  edition: (campaignId: string, editionId: string) =>
    `${HOME}/campaigns/${campaignId}/${editionId}`,
  proof: (editionId: string) => `${HOME}/proof/${editionId}`,
  review: `${HOME}/review`,
  desk: (editionId: string) => `${HOME}/review/${editionId}`,
  subscribers: `${HOME}/subscribers`,
  subscribersOf: (listId: string) => `${HOME}/subscribers?list=${listId}`,
  subscriber: (id: string) => `${HOME}/subscribers/${id}`,
  lists: `${HOME}/lists`,
  list: (id: string) => `${HOME}/lists/${id}`,
  segments: `${HOME}/segments`,
  newSegment: `${HOME}/segments/new`,
  segment: (id: string) => `${HOME}/segments/${id}`,
  newSource: `${HOME}/lists/new/source`,
  changeSource: (listId: string, sourceId: string) => `${HOME}/lists/${listId}/sources/${sourceId}`,
  exports: `${HOME}/exports`,
  suppressions: `${HOME}/suppressions`,
  imports: `${HOME}/suppressions/imports`,
  audit: `${HOME}/audit`,
  auditOf: (subjectId: string) => `${HOME}/audit?subject=${subjectId}`,
  settings: (page: 'set-up' | 'senders' | 'transports') => `/settings/${PLUGIN_ID}/${page}`,
  newCampaign: `${CONTENT}/create`,
  editCampaign: (campaignId: string) => `${CONTENT}/${campaignId}`,
};
