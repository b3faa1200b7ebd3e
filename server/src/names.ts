/** Every name that leaves this package: ids, UIDs, permission actions, tables, doors. Imports nothing. */

export const PLUGIN_ID = 'countersign';
export const CAMPAIGN_UID = `plugin::${PLUGIN_ID}.campaign`;
export const USER_UID = 'plugin::users-permissions.user';
export const ADMIN_USER_UID = 'admin::user';
export const FILE_UID = 'plugin::upload.file';
/** The service that puts files where they are kept. */
export const UPLOADS_UID = 'plugin::upload.upload';

/** Permission actions of section `plugins`; Strapi puts `plugin::countersign.` in front. */
export const PERMISSIONS = [
  'campaign.read',
  'campaign.write',
  'campaign.submit',
  'campaign.approve',
  'campaign.schedule',
  'campaign.control',
  'subscriber.read',
  'subscriber.reveal',
  'subscriber.export',
  'subscriber.write',
  'subscriber.erase',
  'list.read',
  'list.write',
  'list.sync',
  'report.read',
  'audit.read',
  'settings.read',
  'settings.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The full id under which Strapi knows a permission of ours. */
export const actionOf = (permission: Permission): string => `plugin::${PLUGIN_ID}.${permission}`;

export const TABLES = {
  schemaVersion: 'countersign_schema_version',
  keys: 'countersign_keys',
  settings: 'countersign_settings',
  leases: 'countersign_leases',
  lists: 'countersign_lists',
  subscribers: 'countersign_subscribers',
  claims: 'countersign_people_claims',
  memberships: 'countersign_memberships',
  consents: 'countersign_consents',
  suppressions: 'countersign_suppressions',
  outbox: 'countersign_outbox',
  syncRuns: 'countersign_sync_runs',
  hands: 'countersign_hands',
  partChanges: 'countersign_part_changes',
  editionParts: 'countersign_edition_parts',
  editions: 'countersign_editions',
  assets: 'countersign_assets',
  decisions: 'countersign_decisions',
  comments: 'countersign_comments',
  batches: 'countersign_batches',
  deliveries: 'countersign_deliveries',
  tallies: 'countersign_tallies',
  queue: 'countersign_queue',
  rates: 'countersign_rates',
  days: 'countersign_transport_days',
  domainGroups: 'countersign_domain_groups',
  audit: 'countersign_audit',
  auditSeals: 'countersign_audit_seals',
  auditDrops: 'countersign_audit_drops',
  accountChanges: 'countersign_account_changes',
  confirmations: 'countersign_confirmations',
  notices: 'countersign_notices',
  signUps: 'countersign_sign_ups',
  signUpMails: 'countersign_sign_up_mails',
  exports: 'countersign_exports',
  listSizes: 'countersign_list_sizes',
  traits: 'countersign_traits',
  traitSlots: 'countersign_trait_slots',
  segments: 'countersign_segments',
  sources: 'countersign_sources',
  sourcePeople: 'countersign_source_people',
  pushed: 'countersign_pushed',
  pushRequests: 'countersign_push_requests',
  suppressionImports: 'countersign_suppression_imports',
  importedAddresses: 'countersign_imported_addresses',
} as const;

/** Tables Strapi tracks for us; kept when the plugin is off for a boot (P8). */
export const CAMPAIGN_TABLE = 'countersign_campaigns';

/** What fills a list besides content types, where one is asked for. */
export const FORM_SOURCE = 'form';
export const SQL_SOURCE = 'sql';
export const PUSH_SOURCE = 'push';

/** The list every installation starts with. */
export const FIRST_LIST = { id: 'newsletter', name: 'Newsletter' } as const;

/** In Strapi's configuration: what a process that our command has started is for. Absent: it serves. */
export const PROCESS_ROLE = 'countersign-process.role';
/** `worker` sends and serves nothing; `auditor` reads the audit trail and does nothing else. */
export type ProcessRole = 'worker' | 'auditor';

/** Events in the structured log. None carries an e-mail address. */
export const LOG_EVENTS = {
  syncFinished: 'countersign.sync.finished',
  syncFailed: 'countersign.sync.failed',
  syncBraked: 'countersign.sync.braked',
  sourcePaused: 'countersign.source.paused',
  editionMoved: 'countersign.edition.moved',
  workerBegan: 'countersign.worker.began',
  batchFinished: 'countersign.batch.finished',
  batchRecovered: 'countersign.batch.recovered',
  queueTrouble: 'countersign.queue.trouble',
  queueWell: 'countersign.queue.well',
  transportTrouble: 'countersign.transport.trouble',
  groupSlowed: 'countersign.group.slowed',
  transportDayOver: 'countersign.transport.day-over',
  transportWell: 'countersign.transport.well',
  dkimWeak: 'countersign.dkim.weak',
  auditSealed: 'countersign.audit.sealed',
  auditCutOff: 'countersign.audit.cut-off',
  databaseNoted: 'countersign.database.noted',
  proxyForgeable: 'countersign.proxy.forgeable',
  addressRefused: 'countersign.address.refused',
  approvalRoleUnknown: 'countersign.approval.role-unknown',
  ruleFailed: 'countersign.rule.failed',
  allowListUnreadable: 'countersign.allow-list.unreadable',
  sourceUnreadable: 'countersign.source.unreadable',
  bug: 'countersign.bug',
} as const;
export type LogEvent = (typeof LOG_EVENTS)[keyof typeof LOG_EVENTS];

/**
 * What Strapi's event hub says of an edition, by the state it has come into; `sending` when it begins and
 * when it goes on. For the site's own code, so it is part of the API.
 */
export const EDITION_EVENTS: Readonly<Record<string, string>> = {
  'in-review': 'countersign.edition.submitted',
  approved: 'countersign.edition.approved',
  scheduled: 'countersign.edition.approved',
  'sent-back': 'countersign.edition.sent-back',
  sending: 'countersign.edition.sending',
  sent: 'countersign.edition.sent',
  held: 'countersign.edition.held',
};
