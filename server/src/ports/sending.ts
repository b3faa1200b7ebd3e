import type { JournalMark } from '../domain/delivery/journal';
import type { WarmUp } from '../domain/delivery/warm-up';
import type { Outcome, TroubleReason } from '../domain/delivery/outcome';
import type { MimePiece, SlotValues } from '../domain/messages/message';
import type { Result } from '../domain/result';

/** A relay and how we talk to it. Plain data: it crosses into the sending thread. Times in ms. */
export interface TransportSettings {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /**
   * `tls`: from the first byte. `starttls`: upgraded before anything else is said, or not used at
   * all; there is no fallback. `none`: in the clear, for a relay on this machine.
   */
  readonly secure: 'none' | 'starttls' | 'tls';
  readonly auth?: TransportAuth;
  /** Connections open at once, at least 1. */
  readonly connections: number;
  /** Messages before a connection is made anew, at least 1. */
  readonly messagesPerConnection: number;
  /** By all processes together; absent: as fast as it goes. At least 1. */
  readonly messagesPerSecond?: number;
  /** By all processes together, a day being one of UTC; absent: as many as there are. At least 1. */
  readonly messagesPerDay?: number;
  /** Absent: off. */
  readonly warmUp?: WarmUp;
  /** Its share beside the other transports', 1 if absent; 0: used while none that has a share can be. */
  readonly weight?: number;
  /** What EHLO says; the machine's name otherwise. */
  readonly name?: string;
  readonly tls?: TransportTls;
  readonly timeouts?: TransportTimeouts;
}

/** `pass` means PLAIN or LOGIN, whichever the relay offers first; `accessToken` means XOAUTH2. */
export interface TransportAuth {
  readonly user: string;
  readonly pass?: string;
  readonly accessToken?: string;
}

/** What may differ from Node's own defaults: certificates are checked, TLS 1.2 or later. */
export interface TransportTls {
  /** PEM of a private authority, trusted instead of the public ones. */
  readonly ca?: string;
  readonly servername?: string;
}

/** In ms. RFC 5321 §4.5.3.2 asks for ten minutes of patience after the final dot. */
export interface TransportTimeouts {
  readonly connect?: number;
  readonly greeting?: number;
  readonly reply?: number;
  /** How long a connection with nothing to do is kept. */
  readonly idle?: number;
}

/** One message to one reader. Nothing here can name a second recipient. */
export interface OutgoingMessage {
  readonly deliveryId: string;
  /** Names what was given to `prepare`: an edition in one locale. */
  readonly editionKey: string;
  /** The one RCPT. */
  readonly to: string;
  /** The VERP return-path. */
  readonly envelopeFrom: string;
  readonly values: SlotValues;
}

/**
 * Its final dot was not written, so nobody can have got it and it may go back to pending at once.
 *
 * `stopped`: `stop` or `close` came first. `late`: the deadline did. `trouble`: another message met
 * trouble of the transport. `no-journal`: the journal could not be written. `crashed`: the thread
 * died before. `unfit`: it could not be composed, which is a bug.
 */
export interface NotBegun {
  readonly kind: 'not-begun';
  readonly because: 'stopped' | 'late' | 'trouble' | 'no-journal' | 'crashed' | 'unfit';
}

export interface Settled {
  readonly deliveryId: string;
  readonly outcome: Outcome | NotBegun;
}

export interface SendOrder {
  readonly transportId: string;
  /** Mark them *sending* in the ledger first. Several orders may be under way at once. */
  readonly messages: readonly OutgoingMessage[];
  /** ms since 1970, by this machine's clock: from then on no DATA begins and no final dot is written. */
  readonly beginBefore: number;
  /** So many outcomes are worth a report, of whatever order; the last one asked for counts. */
  readonly enough: number;
  /** Called with each outcome once, in groups, as they happen. The journal keeps them until it resolves. */
  onOutcomes(group: readonly Settled[]): Promise<void>;
}

/** Talks SMTP away from the event loop that serves people. Started by its first use. */
export interface SendingThread {
  /** The lease owner its journal is kept under. */
  readonly owner: string;
  /** Before the first order that names `editionKey`; again is harmless. */
  prepare(editionKey: string, mime: readonly MimePiece[]): void;
  /** When the edition has no more to send. */
  forget(editionKey: string): void;
  /**
   * These may be sent next: they are made, and signed, while there is time. Nothing of them goes out
   * before `send` names them.
   */
  ready(messages: readonly OutgoingMessage[]): void;
  /** These are not sent next after all; harmless for those that were. */
  drop(deliveryIds: readonly string[]): void;
  /**
   * Resolves when each message was reported and each report was taken. A crash of the thread is
   * reported like everything else, read from its journal; the thread starts anew at the next order.
   *
   * @throws when a message could not be composed (a bug; that message comes back not begun), or what
   *   `onOutcomes` threw
   */
  send(order: SendOrder): Promise<void>;
  /**
   * Takes back what is not begun, of these editions or of all: from then on no DATA of theirs begins.
   * What is in the wire's hand is finished. Later orders are not affected.
   */
  stop(editionKeys?: readonly string[]): void;
  /** Opens a connection as sending would, up to and including AUTH, and says what came of it. */
  test(transportId: string): Promise<Result<TransportReport, TroubleReason>>;
  /** Stops, waits up to `graceMs` for what is in the wire's hand, and ends the thread. */
  close(graceMs: number): Promise<void>;
}

export interface TransportReport {
  readonly encrypted: boolean;
  readonly authenticated: boolean;
}

/** What senders that are gone left behind: what they had begun, and how it ended. */
export interface Journals {
  /** Writes who this process is, so that those who come after it can prove its death. */
  begin(owner: string): void;
  /** Never those of a process that is seen to live, ours included. */
  leftBehind(): readonly LeftJournal[];
  /** Removes it, once the ledger holds what it said. */
  bury(journal: LeftJournal): void;
}

export interface LeftJournal {
  readonly owner: string;
  /** By delivery id; see `outcomeOfMark`. Absent: nothing was accepted, if the journal is complete. */
  readonly marks: ReadonlyMap<string, JournalMark>;
  /** False: its process cannot be seen from here (another machine, another container), only its lease can. */
  readonly isProvenDead: boolean;
  /**
   * False after the machine itself went down, or when the file it began with is gone: a line may have been lost,
   * so absence proves nothing.
   */
  readonly isComplete: boolean;
  readonly files: readonly string[];
}
