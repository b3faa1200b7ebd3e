import type { Mailbox } from '../editions/content';
import type { MimePiece } from '../messages/message';
import { constantSubject } from '../messages/mime/headers';
import { formatMailbox } from '../messages/mime/mailbox';
import { encodeConstant } from '../messages/mime/quoted-printable';

/** A fixed text to a colleague, never to a reader. */
export interface Letter {
  readonly subject: string;
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[];
}

/**
 * The letter as it goes over the wire, with slots for what differs from one to the next. It says that no
 * person wrote it, so that no vacation program answers (RFC 3834 § 5).
 *
 * @param from its address in ASCII
 */
export const letterMime = (from: Mailbox, { subject, paragraphs }: Letter): MimePiece[] => [
  `From: ${formatMailbox(from)}\r\nTo: <`,
  { slot: 'to', as: 'raw' },
  `>\r\nSubject:${constantSubject(subject)}\r\nDate: `,
  { slot: 'date', as: 'raw' },
  '\r\nMessage-ID: <',
  { slot: 'message-id', as: 'raw' },
  '>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n',
  'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
  encodeConstant(`${paragraphs.join('\n\n')}\n`),
];
