import type { Consent, Membership } from './claim';
import type { SuppressionReason } from './subscriber';
import { SUPPRESSED_BY, type WayOut } from './suppression';

/** What leaving all lists changes: memberships that were on, and the evidence of it. */
export function leaveAll(
  memberships: readonly Membership[],
  {
    how,
    because = SUPPRESSED_BY[how],
    at,
  }: { readonly how: WayOut; readonly because?: SuppressionReason; readonly at: number },
): { memberships: Membership[]; consents: Consent[] } {
  const on = memberships.filter(({ isOn }) => isOn);
  const isOwnWord = ['unsubscribed', 'complaint'].includes(because);
  return {
    memberships: on.map((membership) => ({ ...membership, isOn: false, since: at })),
    consents: on.map(({ listId, subscriberId }) => ({
      listId,
      subscriberId,
      kind: isOwnWord ? 'withdrawn' : 'ended',
      sourceId: null,
      how,
      at,
    })),
  };
}
