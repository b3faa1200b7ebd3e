import { URL } from 'node:url';

/**
 * The List-Id of a list (RFC 2919), without brackets: its id, which a rename does not change, below
 * the host readers know us by.
 */
export const listIdOf = (listId: string, publicUrl: string): string =>
  `${listId}.${new URL(publicUrl).hostname}`;
