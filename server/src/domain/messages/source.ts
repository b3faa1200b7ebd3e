import type { Identity, Mailbox } from '../editions/content';

/** One locale of a campaign, with all that makes a message of it. */
export interface MessageSource {
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  /** Strapi Blocks JSON as it came. */
  readonly blocks: unknown;
  readonly from: Mailbox;
  readonly replyTo: string | null;
  /** RFC 2919, without brackets. */
  readonly listId: string;
  readonly listName: string;
  readonly identity: Identity;
  /** The address of a picture's frozen copy, by the address `listImages` told; undefined if there is none. */
  readonly frozenUrlOf: (url: string) => string | undefined;
}
