import { cleanText } from '../messages/characters';

const MAX_CHARACTERS = 500;

/** Why an edition is sent back, as it is kept: 1 to 500 characters, line breaks allowed. Null: no such text. */
export function readReason(text: string): string | null {
  const reason = cleanText(text).trim();
  const { length } = [...reason];
  return length >= 1 && length <= MAX_CHARACTERS ? reason : null;
}
