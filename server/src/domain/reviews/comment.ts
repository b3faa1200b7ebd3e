import { cleanText } from '../messages/characters';
import { ok, refuse, type Result } from '../result';

/**
 * What somebody says about an edition. Never edited; whoever wrote it may take it back. Not a hand and
 * no decision: it changes nothing about who may countersign.
 */
export interface Comment {
  readonly id: string;
  readonly editionId: string;
  /** Admin documentId. */
  readonly person: string;
  /** Null: taken back, the words are gone. */
  readonly text: string | null;
  /** ms since 1970. */
  readonly writtenAt: number;
  readonly takenBackAt: number | null;
}

const MAX_CHARACTERS = 2000;

/** So many are written about one edition, those taken back among them: it is a desk and no chat. */
export const MOST_COMMENTS = 200;

/** A comment as it is kept: plain text of 1 to 2,000 characters, line breaks allowed. */
export function readComment(text: string): Result<string, 'comment-empty' | 'comment-too-long'> {
  const comment = cleanText(text).trim();
  if (comment === '') return refuse('comment-empty');
  return [...comment].length > MAX_CHARACTERS ? refuse('comment-too-long') : ok(comment);
}
