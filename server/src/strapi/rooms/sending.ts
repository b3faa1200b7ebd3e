import type { Asking } from '../../domain/access/asking';
import type { DeliveryState, Reply, WrittenDot } from '../../domain/delivery/outcome';
import type { Edition } from '../../domain/editions/edition';
import type { Hindrances } from '../../domain/reports/hindrances';
import type { Health } from '../../domain/reports/health';
import type { Answer } from './answer';

export interface SendingRoom {
  start(editionId: string, by: Asking): Promise<Answer<Edition>>;
  pause(editionId: string, by: Asking): Promise<Answer<Edition>>;
  resume(editionId: string, by: Asking): Promise<Answer<Edition>>;
  cancel(editionId: string, by: Asking): Promise<Answer<Edition>>;
  /** An *uncertain* delivery: nobody sends it again. */
  close(editionId: string, deliveryId: string, by: Asking): Promise<Answer<Edition>>;
  /** An *uncertain* delivery, once more. */
  resend(editionId: string, deliveryId: string, by: Asking): Promise<Answer<Edition>>;
  stopEverything(by: Asking): Promise<Stop>;
  liftStop(by: Asking): Promise<Stop>;
  stop(): Promise<Stop>;
}

/** The kill switch. `by` is an admin documentId. */
export interface Stop {
  readonly stopped: boolean;
  readonly by: string | null;
  readonly at: number | null;
}

export type Counts = Readonly<Record<DeliveryState, number>>;

export interface ReportView {
  readonly edition: Edition;
  readonly counts: Counts;
  /** One for each minute in which something happened; `at` is its beginning in ms. */
  readonly minutes: readonly {
    readonly at: number;
    readonly accepted: number;
    readonly deferred: number;
    readonly rejected: number;
  }[];
  /** Messages accepted in the last full minute; null when nothing is being sent. */
  readonly perMinute: number | null;
  readonly estimatedEnd: number | null;
  readonly reasons: readonly {
    readonly state: DeliveryState;
    readonly because: string;
    readonly count: number;
  }[];
  readonly unsubscribed: number;
  readonly hindrances: Hindrances;
}

/** One delivery with its reader masked. */
export interface DeliveryView {
  readonly id: string;
  /** No label once the subscriber's row is gone. */
  readonly subscriber: { readonly id: string; readonly label: string | null };
  readonly locale: string;
  readonly state: DeliveryState;
  readonly because: string | null;
  readonly reply: Reply | null;
  /** Of an *uncertain* one: what is known of its final dot. */
  readonly dot: WrittenDot | null;
  readonly attempts: number;
  /** When it was settled, or last tried. */
  readonly at: number | null;
}

export interface FiguresRoom {
  /** In the text format of Prometheus; null where its library is not installed. */
  metrics(): Promise<string | null>;
  health(): Promise<Health>;
}

export interface ReportRoom {
  read(editionId: string): Promise<ReportView | null>;
  /** By id, ascending. */
  deliveries(query: {
    readonly editionId: string;
    readonly state?: DeliveryState;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly DeliveryView[]>;
}
