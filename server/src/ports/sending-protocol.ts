import type { TroubleReason } from '../domain/delivery/outcome';
import type { DkimKey } from '../domain/messages/dkim/key';
import type { MimePiece } from '../domain/messages/message';
import type { Result } from '../domain/result';
import type { OutgoingMessage, Settled, TransportReport, TransportSettings } from './sending';

/** What a sending thread is started with. */
export interface ThreadSettings {
  readonly transports: readonly TransportSettings[];
  /** All keys of a message's From domain sign it; if there is none, those of its return-path's. */
  readonly dkim: readonly DkimKey[];
  /** Where its journal is kept: a folder that exists, and the beginning of the files' names. */
  readonly journal: {
    readonly directory: string;
    readonly prefix: string;
    readonly writer: string;
  };
}

/**
 * What passes between the house and its sending thread, groups rather than single ones. As JSON, which is
 * quicker than structured clones; so no Date, Buffer or Infinity stands in it.
 */
export type ThreadRequest =
  | { readonly kind: 'prepare'; readonly editionKey: string; readonly mime: readonly MimePiece[] }
  | { readonly kind: 'forget'; readonly editionKey: string }
  | { readonly kind: 'ready'; readonly messages: readonly OutgoingMessage[] }
  | { readonly kind: 'drop'; readonly deliveryIds: readonly string[] }
  | {
      readonly kind: 'send';
      readonly order: number;
      readonly transportId: string;
      /** The delivery's id alone, if it is ready. */
      readonly messages: readonly (OutgoingMessage | string)[];
      readonly deadline: Deadline;
      readonly enough: number;
      /** As of the request of this name: each costs as much as a small mail, so it travels along. */
      readonly settled: readonly number[];
      /** As the request of this name, for the same reason; none of this order. */
      readonly ready: readonly OutgoingMessage[];
    }
  | { readonly kind: 'stop'; readonly editionKeys: readonly string[] | null }
  /** The ledger holds what became of these orders: their lines in the journal have done their duty. */
  | { readonly kind: 'settled'; readonly orders: readonly number[] }
  | { readonly kind: 'test'; readonly test: number; readonly transportId: string }
  | { readonly kind: 'close' };

/** Both must lie ahead: clocks are set back, and `monotonic` stands still while a machine sleeps. */
export interface Deadline {
  /** ms since 1970. */
  readonly wall: number;
  /** ms of `process.hrtime`, which all threads of a process share. */
  readonly monotonic: number;
}

export type ThreadReport =
  | { readonly kind: 'outcomes'; readonly groups: readonly OrderOutcomes[] }
  | {
      readonly kind: 'tested';
      readonly test: number;
      readonly result: Result<TransportReport, TroubleReason>;
    };

export interface OrderOutcomes {
  readonly order: number;
  readonly settled: readonly Settled[];
  /** A message that could not be composed: a bug, in words without an address. */
  readonly bug?: string;
}
