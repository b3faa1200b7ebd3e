import type { Mailbox } from '../../editions/content';
import type { Piece } from '../message';

/** What a message is compiled from: everything checked, every address in ASCII. */
export interface MimeSource {
  readonly subject: readonly Piece[];
  readonly html: readonly Piece[];
  readonly text: readonly Piece[];
  /** Address in ASCII. */
  readonly from: Mailbox;
  /** Address in ASCII. */
  readonly replyTo: string | null;
  /** RFC 2919, without brackets. */
  readonly listId: string;
  readonly listName: string;
}
