import { unknownRoles } from '../adapters/host/roles';
import { LOG_EVENTS } from '../names';
import type { Foundation } from './foundation';

/** Roles of `approval.fromEachOf` that nobody can have: nothing could be countersigned. */
export const unknownApprovalRoles = ({ strapi, config }: Foundation): Promise<readonly string[]> =>
  unknownRoles(strapi, config.approval.fromEachOf);

/** Said once, when Strapi serves: on the very first start its own roles are made late. */
export async function warnOfUnknownRoles(foundation: Foundation): Promise<void> {
  const unknown = await unknownApprovalRoles(foundation);
  if (unknown.length === 0) return;
  foundation.world.log.warn(LOG_EVENTS.approvalRoleUnknown, { roles: unknown.join(' ') });
}
