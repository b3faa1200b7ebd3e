import type { Confirmation } from '../domain/access/confirmation';
import type { Occasion } from '../domain/notices/occasions';
import type { MimePiece } from '../domain/messages/message';
import type { Address } from '../domain/subscribers/address';

/** Who confirmed their address, one row a person. */
export interface ConfirmationStore {
  find(person: string): Promise<Confirmation | null>;
  /** In place of an earlier one. */
  put(confirmation: Confirmation): Promise<void>;
}

/** Where admin users get mail, as their accounts say it now. */
export interface ColleagueAddresses {
  /** Null: gone, switched off, or nowhere that mail could be sent to. */
  of(person: string): Promise<ColleagueAddress | null>;
}

export interface ColleagueAddress extends Address {
  /** As the account says it. */
  readonly language: string | null;
}

/** One message to one person, now. */
export interface OneMessage {
  /** Whether the relay took it. */
  send(message: {
    readonly mime: readonly MimePiece[];
    readonly from: string;
    /** Right-hand side of the Message-ID. */
    readonly domain: string;
    readonly to: string;
  }): Promise<boolean>;
}

/** Which notices went out. */
export interface NoticeLedger {
  /** Whether somebody has claimed it. */
  told(notice: Noticed): Promise<boolean>;
  /** Before it is sent: true for the first only, of all processes. */
  claim(notice: Noticed, at: number): Promise<boolean>;
}

export interface Noticed {
  readonly editionId: string;
  readonly occasion: Occasion;
  readonly person: string;
}
