import type { MimePiece, Piece } from '../message';
import type { MimeSource } from './source';
import { formatBracketed, formatMailbox } from './mailbox';
import { encodeWords, foldWords, isPlainHeaderText } from './words';

/**
 * All headers but those that say how the body is made. One From, one To, one of each
 * (RFC 5322 § 3.6); `Precedence: bulk` keeps vacation programs from answering (RFC 3834 § 2).
 */
export const headerPieces = (source: MimeSource): readonly MimePiece[] => [
  `From: ${formatMailbox(source.from)}\r\n`,
  'To: <',
  { slot: 'to', as: 'raw' },
  `>\r\n${source.replyTo === null ? '' : `Reply-To: <${source.replyTo}>\r\n`}`,
  ...subjectPieces(source.subject),
  '\r\nDate: ',
  { slot: 'date', as: 'raw' },
  '\r\nMessage-ID: <',
  { slot: 'message-id', as: 'raw' },
  `>\r\n${listHeaders(source)}`,
  { slot: 'unsubscribe-url', as: 'raw' },
  // RFC 8058 § 3.1: the https address above then takes a POST without login.
  '>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nPrecedence: bulk\r\n',
];

/** RFC 2919 and RFC 2369; the list's name may change, its id not. */
const listHeaders = ({ listName, listId }: MimeSource): string =>
  `List-Id: ${formatBracketed(listName, listId)}\r\nList-Unsubscribe: <`;

/**
 * A subject with slots is encoded words throughout: only between two encoded words does a fold leave no
 * space behind (RFC 2047 § 6.2), so constants and values become one text again.
 */
function subjectPieces(subject: readonly Piece[]): readonly MimePiece[] {
  const [only, ...more] = subject;
  if (typeof only === 'string' && more.length === 0) return [`Subject:${constantSubject(only)}`];
  return [
    'Subject:',
    ...subject.map((piece, index) => subjectPiece(piece, index === 0 ? ' ' : '\r\n ')),
  ];
}

function subjectPiece(piece: Piece, lead: ' ' | '\r\n '): MimePiece {
  if (typeof piece === 'string') return lead + foldWords(encodeWords(piece));
  return { ...piece, as: 'word', lead };
}

const LINE_CHARACTERS = 78;

export function constantSubject(subject: string): string {
  const fits = 'Subject: '.length + subject.length <= LINE_CHARACTERS;
  return fits && isPlainHeaderText(subject) ? ` ${subject}` : ` ${foldWords(encodeWords(subject))}`;
}
