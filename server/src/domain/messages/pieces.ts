import { cleanLine, escapeHtml } from './characters';
import type { MimeSlotName, Piece, SlotValues } from './message';

/**
 * A message for one reader's eyes: a preview or a test. The wire uses `mime/fill.ts`.
 *
 * @param kind `html` escapes the values, `text` does not
 */
export function fillPieces(
  pieces: readonly Piece[],
  values: SlotValues,
  kind: 'html' | 'text',
): string {
  const encode = kind === 'html' ? escapeHtml : (value: string): string => value;
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : encode(valueOf(values, piece.slot, 'fallback' in piece ? piece.fallback : undefined)),
    )
    .join('');
}

/** The value for a slot on one line, or its fallback if the reader has none; '' if there is neither. */
export function valueOf(
  values: SlotValues,
  slot: MimeSlotName,
  fallback: string | undefined,
): string {
  return cleanLine(values[slot] ?? '') || cleanLine(fallback ?? '');
}

/** The same pieces with every run of strings as one: as few as possible are walked for each reader. */
export function joinStrings<S extends object>(pieces: readonly (string | S)[]): (string | S)[] {
  const joined: (string | S)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined.splice(-1, 1, last + piece);
    else joined.push(piece);
  }
  return joined;
}
