/** An admin user as the gate sees them. */
export interface Colleague {
  /** The admin user's documentId, never the numeric id. */
  readonly id: string;
  /** As other admin users see it. */
  readonly name: string;
  readonly isActive: boolean;
  /** Holds `campaign.approve` now. */
  readonly mayApprove: boolean;
  /** Codes of their roles now. */
  readonly roles: readonly string[];
}
