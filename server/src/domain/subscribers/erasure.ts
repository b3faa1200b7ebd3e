/** What an erasure leaves in somebody's hands: that it was done, when, and how much there was. */
export interface ErasureReceipt {
  /** Also in the audit trail. */
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  readonly removed: ErasedCounts;
}

export interface ErasedCounts {
  /** Sealed addresses, with the name in the same seal: 1, or 0 if it was gone before. */
  readonly addresses: number;
  /** Labels that sources' claims bore. */
  readonly labels: number;
  /** Lists the person was on. */
  readonly memberships: number;
  /** What mail servers had answered to deliveries to them. */
  readonly replies: number;
}
