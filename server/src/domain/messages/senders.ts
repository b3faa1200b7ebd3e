import type { Mailbox } from '../editions/content';
import { asciiAddress, asciiDomain } from './mime/mailbox';
import { problem } from './problems';
import type { MessageProblem } from './problems';
import type { MessageSource } from './source';

/** Who a message is from, fit for headers: addresses in ASCII. */
export interface Senders {
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly listId: string;
  readonly listName: string;
}

type ReadSenders =
  | { readonly ok: true; readonly value: Senders; readonly problems: readonly [] }
  | { readonly ok: false; readonly problems: readonly MessageProblem[] };

/** The problems do not quote the addresses: not everybody who sees a problem may see those. */
export function readSenders(source: MessageSource): ReadSenders {
  const address = asciiAddress(source.from.address);
  const replyTo = source.replyTo === null ? null : asciiAddress(source.replyTo);
  const listId = asciiDomain(source.listId);
  if (address !== undefined && replyTo !== undefined && listId !== undefined) {
    const from = { name: source.from.name, address };
    return { ok: true, value: { from, replyTo, listId, listName: source.listName }, problems: [] };
  }
  return {
    ok: false,
    problems: [
      ...(address === undefined ? [problem('from-invalid', 'from')] : []),
      ...(replyTo === undefined ? [problem('reply-to-invalid', 'reply-to')] : []),
      ...(listId === undefined ? [problem('list-id-invalid', 'list')] : []),
    ],
  };
}
