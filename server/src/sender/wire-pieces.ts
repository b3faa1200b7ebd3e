import { fillSlot } from '../domain/messages/mime/fill';
import type { MimePiece, MimeSlot, SlotValues } from '../domain/messages/message';
import { doubleDots } from './wire-form';
import { type WireText, wireText } from './wire-text';

/** Constant bytes, dots doubled but for one at their own beginning: what stands before decides on that. */
interface Constant {
  readonly bytes: Buffer;
  readonly beginsWithDot: boolean;
  readonly endsLine: boolean;
}

export type WirePiece = Constant | MimeSlot;

export const wirePieces = (pieces: readonly MimePiece[]): readonly WirePiece[] =>
  pieces.filter((piece) => piece !== '').map((piece) => (isSlot(piece) ? piece : constant(piece)));

const constant = (text: string): Constant => ({
  bytes: Buffer.from(doubleDots(text), 'latin1'),
  beginsWithDot: text.startsWith('.'),
  endsLine: text.endsWith('\r\n'),
});

const isSlot = <Other>(piece: Other | MimeSlot): piece is MimeSlot =>
  typeof piece === 'object' && piece !== null && 'slot' in piece;

/**
 * The same bytes as `wireForm(fillMime(pieces, values))`, without the whole message ever being a string: those
 * were half of what a sending thread did, and kept the garbage collector busy. No line end is cut in two by
 * a slot.
 *
 * @throws as `fillMime` does
 */
export function fillWire(pieces: readonly WirePiece[], values: SlotValues): WireText {
  const parts: (string | Buffer)[] = [];
  let atLineStart = true;
  const add = (part: string | Buffer, beginsWithDot: boolean, endsLine: boolean): void => {
    if (atLineStart && beginsWithDot) parts.push('.');
    parts.push(part);
    atLineStart = endsLine;
  };
  for (const piece of pieces) {
    if (!isSlot(piece)) {
      add(piece.bytes, piece.beginsWithDot, piece.endsLine);
      continue;
    }
    const value = fillSlot(piece, values);
    if (value !== '') add(doubleDots(value), value.startsWith('.'), value.endsWith('\r\n'));
  }
  parts.push(atLineStart && parts.length > 0 ? '.\r\n' : '\r\n.\r\n');
  return wireText(parts);
}
