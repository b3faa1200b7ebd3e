import { fillSlot } from '../domain/messages/mime/fill';
import type { MimePiece, MimeSlot, SlotValues } from '../domain/messages/message';
import { doubleDots } from './wire-form';
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
 * The same bytes as `wireForm` of all in one, without the whole message ever being a string: that kept the
 * garbage collector busy. No line end is cut in two by a slot.
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
