import type { Core } from '@strapi/types';
import { ALLOW_LIST_ENDPOINTS } from '../../contracts/allow-list';
import { AUDIT_ENDPOINTS } from '../../contracts/audit';
import { CAMPAIGN_ENDPOINTS } from '../../contracts/campaigns';
import { COMMENT_ENDPOINTS } from '../../contracts/comments';
import { EDITION_ENDPOINTS } from '../../contracts/editions';
import type { Endpoints } from '../../contracts/endpoint';
import type { EndpointName } from '../../contracts/endpoints';
import { EXPORT_ENDPOINTS, type EXPORT_FILE_ENDPOINTS } from '../../contracts/exports';
import { IMPORT_ENDPOINTS } from '../../contracts/imports';
import { PEOPLE_ENDPOINTS } from '../../contracts/people';
import { API_ENDPOINTS, type PUBLIC_ENDPOINTS } from '../../contracts/public';
import { SENDING_ENDPOINTS } from '../../contracts/reports';
import { SEGMENT_ENDPOINTS } from '../../contracts/segments';
import { SETTINGS_ENDPOINTS } from '../../contracts/settings';
import { SOURCE_ENDPOINTS } from '../../contracts/sources';
import { readAsset } from '../public/assets';
import { confirmAddress, showConfirmAddress } from '../public/confirm-address';
import { readHealth } from '../public/health';
import { readOpenApi } from '../public/openapi';
import { actOnPreferences, showPreferences } from '../public/preferences';
import { takePush } from '../public/push';
import { inSiteColours } from '../public/style';
import { askToSignUp, confirmSignUp, showSignUp } from '../public/sign-up';
import { leaveByUnsubscribe, showUnsubscribe } from '../public/unsubscribe';
import { answering, type Acts, type KoaAction } from './act';
import { allowListActs } from './allow-list';
import { apiActs } from './api';
import { auditActs } from './audit';
import { campaignActs } from './campaigns';
import { commentActs } from './comments';
import { editionActs } from './editions';
import { downloadExport } from './export-file';
import { exportActs } from './exports';
import { importActs } from './imports';
import { peopleActs } from './people';
import { sendingActs } from './reports';
import { segmentActs } from './segments';
import { settingsActs } from './settings';
import { sourceActs } from './sources';

type Make = (strapi: Core.Strapi) => KoaAction;

/** The acts of a room as Koa actions, by endpoint name. */
function actionsOf<Room extends Endpoints>(room: Room, acts: Acts<Room>): Record<keyof Room, Make> {
  const make =
    <Name extends keyof Room>(name: Name): Make =>
    (strapi) =>
      answering(strapi, room[name], acts[name]);
  const names = Object.keys(room) as (keyof Room)[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<keyof Room, Make>;
}

const PUBLIC_ACTIONS: Record<keyof typeof PUBLIC_ENDPOINTS, Make> = {
  'unsubscribe.show': showUnsubscribe,
  'unsubscribe.leave': leaveByUnsubscribe,
  'push.people': takePush,
  'signUp.ask': askToSignUp,
  'signUp.show': showSignUp,
  'signUp.confirm': confirmSignUp,
  'confirmAddress.show': showConfirmAddress,
  'confirmAddress.confirm': confirmAddress,
  'preferences.show': showPreferences,
  'preferences.act': actOnPreferences,
  'assets.read': readAsset,
  'health.find': readHealth,
  'openapi.read': readOpenApi,
};

const FILE_ACTIONS: Record<keyof typeof EXPORT_FILE_ENDPOINTS, Make> = {
  'exports.download': downloadExport,
};

/** Every endpoint's action; the compiler refuses one that is missing. */
const ACTIONS: Record<EndpointName, Make> = {
  ...actionsOf(CAMPAIGN_ENDPOINTS, campaignActs),
  ...actionsOf(EDITION_ENDPOINTS, editionActs),
  ...actionsOf(COMMENT_ENDPOINTS, commentActs),
  ...actionsOf(SENDING_ENDPOINTS, sendingActs),
  ...actionsOf(PEOPLE_ENDPOINTS, peopleActs),
  ...actionsOf(EXPORT_ENDPOINTS, exportActs),
  ...actionsOf(IMPORT_ENDPOINTS, importActs),
  ...actionsOf(SEGMENT_ENDPOINTS, segmentActs),
  ...actionsOf(SOURCE_ENDPOINTS, sourceActs),
  ...actionsOf(SETTINGS_ENDPOINTS, settingsActs),
  ...actionsOf(ALLOW_LIST_ENDPOINTS, allowListActs),
  ...actionsOf(AUDIT_ENDPOINTS, auditActs),
  ...actionsOf(API_ENDPOINTS, apiActs),
  ...inColours(PUBLIC_ACTIONS),
  ...FILE_ACTIONS,
};

/** Pages, all of them; what else is public is none the worse for it. */
function inColours<Name extends string>(actions: Record<Name, Make>): Record<Name, Make> {
  const each = Object.entries<Make>(actions).map(([name, make]) => [name, inSiteColours(make)]);
  return Object.fromEntries(each) as Record<Name, Make>;
}

type Controller = Record<string, KoaAction>;
type ControllerFactory = (context: { strapi: Core.Strapi }) => Controller;

/** As Strapi wants them: `editions.find` is the action `find` of the controller `editions`. */
export const controllers: Readonly<Record<string, ControllerFactory>> = Object.fromEntries(
  [...new Set(Object.keys(ACTIONS).map(roomOf))].map((room) => [
    room,
    ({ strapi }: { strapi: Core.Strapi }) => controllerOf(strapi, room),
  ]),
);

const controllerOf = (strapi: Core.Strapi, room: string): Controller =>
  Object.fromEntries(
    Object.entries(ACTIONS)
      .filter(([name]) => roomOf(name) === room)
      .map(([name, make]) => [name.slice(room.length + 1), make(strapi)]),
  );

function roomOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
