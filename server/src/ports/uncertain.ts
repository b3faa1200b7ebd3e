import type { Wake } from './deliveries';

/** A delivery that a person decides on. */
export interface UncertainDelivery {
  readonly editionId: string;
  readonly deliveryId: string;
}

/** Each act wants a transaction, and does nothing to what is not *uncertain*, or is closed. */
export interface UncertainDeliveries {
  /** Nobody sends it again; what is found out later is still written down. False: nothing was done. */
  close(delivery: UncertainDelivery): Promise<boolean>;
  /** Back to pending, its batch due at `at`, in ms by the database's clock. Null: nothing was done. */
  reopen(delivery: UncertainDelivery, at: number): Promise<Wake | null>;
}
