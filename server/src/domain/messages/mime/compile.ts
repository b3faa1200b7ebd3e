import { createHash } from 'node:crypto';
import type { MimePiece, Piece } from '../message';
import { joinStrings } from '../pieces';
import { encodeConstant } from './quoted-printable';
import { headerPieces } from './headers';
import type { MimeSource } from './source';

/**
 * The message as it goes over the wire, all constants encoded once (RFC 5322, 2045, 2046, 2047): what
 * is left for each reader is `fillMime`. The same source always gives the same bytes.
 */
export function compileMime(source: MimeSource): readonly MimePiece[] {
  const boundary = boundaryOf(source);
  return joinStrings([
    ...headerPieces(source),
    `MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="${boundary}"\r\n\r\n`,
    `--${boundary}\r\n${partHeader('text/plain')}`,
    ...bodyPieces(source.text, 'text'),
    `\r\n--${boundary}\r\n${partHeader('text/html')}`,
    ...bodyPieces(source.html, 'html'),
    `\r\n--${boundary}--\r\n`,
  ]);
}

/** Quoted-printable never holds `=_`, so no text and no reader's value can be a boundary (RFC 2045 § 6.7). */
const boundaryOf = ({ subject, html, text }: MimeSource): string => {
  const content = JSON.stringify([subject, html, text]);
  return `=_${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
};

const partHeader = (type: string): string =>
  `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;

const bodyPieces = (pieces: readonly Piece[], as: 'html' | 'text'): readonly MimePiece[] =>
  pieces.map((piece) => (typeof piece === 'string' ? encodeConstant(piece) : { ...piece, as }));
