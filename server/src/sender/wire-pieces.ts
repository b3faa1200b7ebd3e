import { fillSlot } from '../domain/messages/mime/fill';
import type { MimePiece, MimeSlot, SlotValues } from '../domain/messages/message';
import type { WireText } from './wire-text';

/** A constant of a message, and a value in its place. */
export type Filled = Constant | string;

export interface Constant {
  readonly text: string;
  /** Dots doubled but for one at its own beginning: what stands before decides on that. */
  readonly bytes: Buffer;
}

export type WirePiece = Constant | MimeSlot;

export const wirePieces = (pieces: readonly MimePiece[]): readonly WirePiece[] =>
  pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? constant(piece) : piece));

const constant = (text: string): Constant => ({
  text,
  bytes: Buffer.from(doubleDots(text), 'latin1'),
});

/** @throws as `fillMime` does */
export function fillPieces(pieces: readonly WirePiece[], values: SlotValues): Filled[] {
  const filled: Filled[] = [];
  for (const piece of pieces) {
    const one = 'slot' in piece ? fillSlot(piece, values) : piece;
    if (one !== '') filled.push(one);
  }
  return filled;
}

/**
 * A message as DATA wants it (RFC 5321 § 4.5.2): dots at the start of lines doubled, the final dot behind. Never
 * one text: texts as long as messages kept the garbage collector busy.
 *
 * @param filled ASCII, CRLF lines, whose ends no slot cuts in two
 */
export function wireParts(filled: readonly Filled[]): WireText['parts'] {
  const parts: (string | Buffer)[] = [];
  let atLineStart = true;
  for (const one of filled) {
    const text = typeof one === 'string' ? one : one.text;
    if (atLineStart && text.startsWith('.')) parts.push('.');
    parts.push(typeof one === 'string' ? doubleDots(one) : one.bytes);
    atLineStart = text.endsWith('\r\n');
  }
  parts.push(atLineStart && parts.length > 0 ? '.\r\n' : '\r\n.\r\n');
  return parts;
}

/** Of a text that begins in the middle of a line. */
const doubleDots = (text: string): string => text.replaceAll('\r\n.', '\r\n..');
