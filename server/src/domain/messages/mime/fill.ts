import { escapeHtml } from '../characters';
import type { MimePiece, MimeSlot, MimeSlotName, SlotValues } from '../message';
import { valueOf } from '../pieces';
import { encodeValue } from './quoted-printable';
import { encodeWords, foldWords } from './words';

/**
 * One reader's message, ASCII throughout, CRLF lines; dots at the start of lines are not doubled.
 * Throws if a `raw` value is missing or cannot stand in a header: its maker should have checked.
 */
export function fillMime(pieces: readonly MimePiece[], values: SlotValues): string {
  let message = '';
  for (const piece of pieces)
    message += typeof piece === 'string' ? piece : fillSlot(piece, values);
  return message;
}

/** What stands in a slot; throws as `fillMime` does. */
export function fillSlot(slot: MimeSlot, values: SlotValues): string {
  if (slot.as === 'raw') return rawValue(slot.slot, values[slot.slot]);
  const value = valueOf(values, slot.slot, slot.fallback);
  if (slot.as === 'html') return encodeValue(escapeHtml(value));
  if (slot.as === 'text') return encodeValue(value);
  return value === '' ? '' : (slot.lead ?? '') + foldWords(encodeWords(value));
}

/** Everything but the date stands between angle brackets, which nothing may end early. */
const BRACKETED = /^[!-;=?-~]+$/;
const UNBRACKETED = /^[ -~]+$/;

function rawValue(slot: MimeSlotName, value: string | undefined): string {
  const allowed = slot === 'date' ? UNBRACKETED : BRACKETED;
  if (value !== undefined && allowed.test(value)) return value;
  // The value may be an address: never into an error's text.
  throw new TypeError(
    `the value of slot "${slot}" is ${value ? 'not fit for a header' : 'missing'}`,
  );
}
