import { createHash } from 'node:crypto';
import type { Piece, Slot } from './message';

/**
 * Stands in for slots while a message is a string that a layout engine, an inliner and a sanitiser
 * work on: letters and digits only, so that nothing escapes or breaks them.
 */
export interface Placeholders {
  hide(slot: Slot): string;
  /** Text with every slot of the pieces hidden. Constants go through `encode` first. */
  hideAll(pieces: readonly Piece[], encode?: (constant: string) => string): string;
  /** The opposite of hiding. */
  reveal(text: string): Piece[];
}

/**
 * @param content everything the author wrote. The key is its hash, so no author can write a
 *                placeholder into the text: the text would have to contain its own hash.
 */
export function createPlaceholders(content: string): Placeholders {
  const key = createHash('sha256').update(content).digest('hex').slice(0, 32);
  const hidden = new RegExp(`cs${key}x([0-9a-f]+)z`);
  const hide = (slot: Slot): string => `cs${key}x${toHex(JSON.stringify(slot))}z`;
  return {
    hide,
    hideAll: (pieces, encode = (constant) => constant) =>
      pieces.map((piece) => (typeof piece === 'string' ? encode(piece) : hide(piece))).join(''),
    // A capturing split gives constants at even and slots at odd places.
    reveal: (text) =>
      text
        .split(hidden)
        .map((part, place): Piece => (place % 2 ? (JSON.parse(fromHex(part)) as Slot) : part))
        .filter((piece) => piece !== ''),
  };
}

/** Any placeholder, whatever its key: for measuring text that still holds some. */
export const ANY_PLACEHOLDER = /cs[0-9a-f]{32}x[0-9a-f]+z/g;

const toHex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const fromHex = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8');
