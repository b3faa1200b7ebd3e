import { createHash } from 'node:crypto';
import { relaxBody, relaxLines } from '../domain/messages/dkim/canonical';
import { fieldsOf, hashOf, knownLines } from '../domain/messages/dkim/signature';
import type { MimePiece } from '../domain/messages/message';
import { fillMime } from '../domain/messages/mime/fill';
import type { Make } from './composer';
import type { Stamp } from './dkim';
import { fillPieces, wireParts, wirePieces, type Filled, type WirePiece } from './wire-pieces';
import { wireText } from './wire-text';

const EMPTY_LINE = '\r\n\r\n';

/** Signed: what is hashed of the text's constants is worked out once. */
export function signed(mime: readonly MimePiece[], stamp: Stamp): Make {
  const [head, body] = atEmptyLine(mime);
  const pieces = wirePieces(body);
  const bodyHash = bodyHasher(pieces);
  const known = knownLines(head.filter((piece) => typeof piece === 'string'));
  return async ({ values, envelopeFrom }) => {
    const header = fillMime(head, values);
    const text = fillPieces(pieces, values);
    const digest = { fields: fieldsOf(header, known), bodyHash: bodyHash(text) };
    const stamped = (await stamp(digest, envelopeFrom)) + header;
    return wireText(wireParts([stamped, ...text]));
  };
}

/** No slot holds one, nor is there any text without one. */
function atEmptyLine(mime: readonly MimePiece[]): [MimePiece[], MimePiece[]] {
  const at = mime.findIndex((piece) => typeof piece === 'string' && piece.includes(EMPTY_LINE));
  const piece = mime[at];
  if (typeof piece !== 'string') return [[...mime], []];
  const end = piece.indexOf(EMPTY_LINE) + EMPTY_LINE.length;
  return [
    [...mime.slice(0, at), piece.slice(0, end)],
    [piece.slice(end), ...mime.slice(at + 1)],
  ];
}

/** Piece by piece, where each is whole lines and no empty one is the last: those do not count. */
function bodyHasher(pieces: readonly WirePiece[]): (filled: readonly Filled[]) => string {
  if (!pieces.every(isWholeLines) || !endsInText(pieces.at(-1)))
    return (filled) => hashOf(relaxBody(filled.map(textOf).join('')));
  const relaxed = new Map<Filled, Buffer>(
    pieces.flatMap((piece) =>
      'slot' in piece ? [] : [[piece, Buffer.from(relaxLines(piece.text), 'latin1')]],
    ),
  );
  return (filled) => {
    const hash = createHash('sha256');
    for (const one of filled) {
      if (typeof one === 'string') hash.update(relaxLines(one), 'latin1');
      else hash.update(relaxed.get(one) ?? '');
    }
    return hash.digest('base64');
  };
}

const isWholeLines = (piece: WirePiece): boolean =>
  'slot' in piece ? piece.as === 'html' || piece.as === 'text' : piece.text.endsWith('\r\n');

const endsInText = (piece: WirePiece | undefined): boolean =>
  piece !== undefined && !('slot' in piece) && /[^\s]\r\n$/.test(piece.text);

const textOf = (filled: Filled): string => (typeof filled === 'string' ? filled : filled.text);
