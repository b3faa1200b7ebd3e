/**
 * A message before it is MIME: constant text with slots for what differs from reader to reader.
 *
 * `html` constants are finished, safe HTML; a slot's value is escaped when it is filled.
 */
export type Piece = string | Slot;

export type Slot =
  | { readonly slot: ReaderSlotName; readonly fallback: string }
  | { readonly slot: 'unsubscribe-url' | 'preferences-url' };

/** What an author may write between `{{` and `}}`. */
export const READER_SLOT_NAMES = ['subscriber.name', 'subscriber.locale'] as const;
export type ReaderSlotName = (typeof READER_SLOT_NAMES)[number];

/** What one locale's readers get, as approvers see it and as the fingerprint covers it. */
export interface LocaleMessage {
  readonly subject: readonly Piece[];
  readonly preheader: readonly Piece[];
  readonly html: readonly Piece[];
  readonly text: readonly Piece[];
  /** The same as the bytes that go over the wire: CRLF lines, quoted-printable parts that concatenate. */
  readonly mime: readonly MimePiece[];
}

/** Constant ASCII bytes, or a slot with the way its value is encoded at that place. */
export type MimePiece = string | MimeSlot;

export interface MimeSlot {
  readonly slot: MimeSlotName;
  /**
   * `html`: HTML-escaped, then quoted-printable. `text`: quoted-printable.
   * `word`: RFC 2047 encoded words. `raw`: checked ASCII without CR, LF or NUL.
   */
  readonly as: 'html' | 'text' | 'word' | 'raw';
  /** Used when the reader has no such value. */
  readonly fallback?: string;
  /** Only with `word`: what stands before the first encoded word; nothing is written for an empty value. */
  readonly lead?: ' ' | '\r\n ';
}

/**
 * `to`: one bare address in ASCII, `message-id`: `left@right`, both without angle brackets.
 * `date`: RFC 5322 § 3.3, see `mime/date.ts`. `unsubscribe-url`, `preferences-url`: absolute https URLs.
 */
export type MimeSlotName =
  | 'subscriber.name'
  | 'subscriber.locale'
  | 'unsubscribe-url'
  | 'preferences-url'
  | 'to'
  | 'date'
  | 'message-id';

/** A reader's values, by slot. Absent or empty means: use the fallback. */
export type SlotValues = Partial<Record<MimeSlotName, string>>;
